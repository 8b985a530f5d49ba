package cn.justicehub.hub.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.GroupView;
import cn.justicehub.hub.commit.Prepared;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.ledger.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A lapse is decided under the lock, by the clock as it stands then. */
class LapseEntryTest {

    private static final UUID ID = new UUID(7, 7);
    private static final long DUE = 1_000;
    private static final ClockState CLOCK = new ClockState(
            ID,
            "assign-and-inform",
            1,
            "centre-01",
            1,
            0,
            null,
            0L,
            500,
            null,
            DUE,
            false,
            null,
            null,
            null,
            List.of(),
            null,
            ClockState.Ladder.NONE);
    private static final ExchangeState EXCHANGE = new ExchangeState(
            ID, "defence-notice", "", "VALIDATED", Set.of("LATE"), Map.of(), Map.of(), 0, 0, false, 3, 1, 3);

    /** One exchange, or none, with one clock. */
    private record View(@Nullable ExchangeState exchange, ClockState clock) implements GroupView {

        @Override
        public @Nullable ExchangeState exchange(UUID exchangeId) {
            return exchange;
        }

        @Override
        public List<ClockState> clocks(UUID exchangeId) {
            return List.of(clock);
        }

        @Override
        public @Nullable DeliveryState delivery(String deliveryId) {
            return null;
        }

        @Override
        public @Nullable Open openWith(String type, byte[] businessKey) {
            return null;
        }

        @Override
        public int definitions() {
            return 0;
        }
    }

    private static Effect decide(GroupView view, long at) {
        ClockRule rule =
                Objects.requireNonNull(new FakeCatalogue().pinned("").clocks().get("assign-and-inform"));
        return new LapseEntry(prepared(), CLOCK, rule).decide(view, new EntryId(1, 9), at);
    }

    private static Prepared prepared() {
        return new RecordPreparation(new IndexKey("index-1", new byte[32]))
                .prepare(
                        RecordDraft.ofHub(
                                RecordDraft.Kind.HUB_ACT,
                                "defence-notice",
                                "",
                                "clock-lapsed",
                                ID,
                                UUID.randomUUID(),
                                "hub",
                                JsonObject.builder().build()),
                        new ExchangeKey(ID, new byte[16], "master-1", new byte[0]),
                        false);
    }

    @Test
    void theFlagIsAddedAndTheClockRunsOn() {
        Effect effect = decide(new View(EXCHANGE, CLOCK), DUE);

        assertThat(effect.exchange().flags()).containsExactlyInAnyOrder("LATE", "OVERDUE");
        assertThat(effect.exchange().state()).isEqualTo("VALIDATED");
        assertThat(effect.receivers()).isEmpty();
        assertThat(effect.clocks()).singleElement().satisfies(clock -> {
            assertThat(clock.lapsedAt()).isEqualTo(DUE);
            assertThat(clock.running()).isTrue();
        });
    }

    @Test
    void whatDoesNotLapseAnyMoreIsRefused() {
        for (ClockState now : List.of(CLOCK.stopped(900), CLOCK.lapsed(DUE), CLOCK.paused(900))) {
            assertRefused(new View(EXCHANGE, now), DUE, 409);
        }
        assertRefused(new View(EXCHANGE, CLOCK), DUE - 1, 409);
    }

    @Test
    void withoutItsExchangeThereIsNoLapse() {
        assertRefused(new View(null, CLOCK), DUE, 404);
    }

    private static void assertRefused(View view, long at, int status) {
        assertThatThrownBy(() -> decide(view, at))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    }
}
