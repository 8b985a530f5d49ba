package cn.justicehub.hub.delivery;

import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.commit.DeliveryState.State;
import cn.justicehub.hub.commit.MemoryCommitter;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.MasterKey;
import cn.justicehub.hub.database.SharedDatabase;
import cn.justicehub.hub.engine.ClockKeeper;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.read.Exchanges;
import cn.justicehub.hub.testing.Defaults;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.hub.time.CalendarFiles;
import cn.justicehub.hub.time.StatutoryClock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deliveries of one exchange in real tables, and a committer in memory that has seen them. */
final class Parcels {

    static final UUID EXCHANGE = UUID.fromString("0d7a2c9e-5b5f-4f39-8c6d-3f6f0d1b2a11");
    static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");

    final JdbcTemplate jdbc = new JdbcTemplate(SharedDatabase.fresh());
    final BusinessClock clock = () -> NOW;
    final FakeCatalogue catalogue = new FakeCatalogue();
    final MemoryCommitter committer = new MemoryCommitter(NOW.toEpochMilli()).with(exchange());
    final DeliveryStore store = new DeliveryStore(jdbc, Defaults.of("hub.delivery", DeliverySettings.class));
    private final ExchangeKeys keys = new ExchangeKeys(jdbc, new MasterKey("master-1", new byte[16]));

    Parcels() {
        ExchangeKey key = keys.create(EXCHANGE);
        jdbc.update(
                "insert into exchange_key (exchange_id, master_key, wrapped) values (?, ?, ?)",
                EXCHANGE,
                key.masterKey(),
                key.wrapped());
    }

    private static ExchangeState exchange() {
        return new ExchangeState(
                EXCHANGE,
                "defence-notice",
                "0".repeat(64),
                "RECEIVED",
                Set.of(),
                Map.of("notifier", FakeCatalogue.POLICE, "centre", FakeCatalogue.CENTRE),
                Map.of(),
                0,
                0,
                false,
                1,
                0,
                0);
    }

    DeliveryRecords records() {
        Exchanges exchanges = new Exchanges(jdbc) {
            @Override
            public @Nullable ExchangeState find(UUID exchangeId) {
                return exchangeId.equals(EXCHANGE) ? exchange() : null;
            }
        };
        return new DeliveryRecords(
                committer,
                new RecordPreparation(new IndexKey("index-1", new byte[32])),
                keys,
                catalogue,
                new ClockKeeper(new StatutoryClock(CalendarFiles.builtIn())),
                exchanges);
    }

    /** A delivery of record 1-{@code index}, created at the epoch. */
    String add(int index, String receiver, Mode mode, State state) {
        String id = "1-" + index + "-" + receiver;
        jdbc.update(
                "insert into delivery (delivery_id, entry, exchange_id, receiver, mode, state, created_at, reason)"
                        + " values (?, ?, ?, ?, ?, ?, 0, ?)",
                id,
                index,
                EXCHANGE,
                receiver,
                mode.name(),
                state.name(),
                state == State.PARKED ? "HTTP_422" : null);
        DeliveryState added = store.find(id);
        if (added == null) {
            throw new IllegalStateException("not added");
        }
        committer.with(added);
        return id;
    }
}
