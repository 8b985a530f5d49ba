package cn.justicehub.hub.delivery;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.Channel;
import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.Rows;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.time.BusinessClock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Deliveries that were to be pushed to an agency that is pushed to no more, or no agency any more: a person is needed. */
@Component
class Unreachable {

    private static final int BATCH = 100;

    private final JdbcTemplate jdbc;
    private final Catalogue catalogue;
    private final DeliveryRecords records;
    private final BusinessClock clock;

    Unreachable(JdbcTemplate jdbc, Catalogue catalogue, DeliveryRecords records, BusinessClock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.records = records;
        this.clock = clock;
    }

    /** The lowest unfinished of each such lane. */
    List<DeliveryState> find() {
        String[] pushed = catalogue.agencies().all().stream()
                .filter(agency -> agency.channel() instanceof Channel.Push)
                .map(Agency::code)
                .toArray(String[]::new);
        return jdbc.query(
                "select * from delivery d where mode = 'PUSH' and state in ('QUEUED', 'LEASED') and receiver <> all(?)"
                        + " and not exists (select 1 from delivery e where e.receiver = d.receiver"
                        + " and e.exchange_id = d.exchange_id and e.entry < d.entry"
                        + " and e.state in ('QUEUED', 'LEASED', 'PARKED')) order by entry limit " + BATCH,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", pushed)),
                (row, number) -> Rows.delivery(row));
    }

    CompletableFuture<CommitResult> park(DeliveryState delivery) {
        return records.record(
                delivery, DeliveryMove.PARKED, "NO_CHANNEL", clock.now().toEpochMilli());
    }
}
