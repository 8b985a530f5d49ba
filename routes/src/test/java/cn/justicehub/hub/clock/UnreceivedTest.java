package cn.justicehub.hub.clock;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.commit.MemoryCommitter;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.MasterKey;
import cn.justicehub.hub.database.SharedDatabase;
import cn.justicehub.hub.read.Exchanges;
import cn.justicehub.hub.testing.FakeCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Of which clocks there is something to say, on real tables: the hub's own lateness is no evidence against a receiver. */
class UnreceivedTest {

    private static final UUID EXCHANGE = new UUID(3, 3);
    private static final String FIRM = "firm-01";
    private static final long STARTED = 1_000;
    private static final long ALARM = 5_000;

    private final JdbcTemplate jdbc = new JdbcTemplate(SharedDatabase.fresh());
    private final Unreceived unreceived = new Unreceived(
            jdbc,
            new ClockRecords(
                    new Exchanges(jdbc),
                    new FakeCatalogue(),
                    new MemoryCommitter(0),
                    new RecordPreparation(new IndexKey("index-1", new byte[32])),
                    new ExchangeKeys(jdbc, new MasterKey("master-1", new byte[16]))),
            () -> Instant.ofEpochMilli(ALARM));

    @BeforeEach
    void pushedNeverTried() {
        jdbc.update(
                "insert into clock (exchange_id, name, occurrence, owes, started_entry, started_at, alarm_at, provisional,"
                        + " pauses) values (?, 'answer-offer', 1, ?, 1, ?, ?, false, '{}')",
                EXCHANGE,
                FIRM,
                STARTED,
                ALARM);
        delivery("1-1-firm-01", 1, "QUEUED");
    }

    private void delivery(String id, int entry, String state) {
        jdbc.update(
                "insert into delivery (delivery_id, entry, exchange_id, receiver, mode, state, created_at)"
                        + " values (?, ?, ?, ?, 'PUSH', ?, 0)",
                id,
                entry,
                EXCHANGE,
                FIRM,
                state);
    }

    private List<String> found() {
        return unreceived.find().stream()
                .map(missing -> String.valueOf(missing.deliveryId()))
                .toList();
    }

    @Test
    void whatTheHubHasNotTriedIsNoEvidence() {
        assertThat(found()).isEmpty();
    }

    @Test
    void whatWasTriedInVainIs() {
        jdbc.update("update delivery set sent = 1");

        assertThat(found()).containsExactly("1-1-firm-01");
    }

    @Test
    void whatIsBeingSentIsNotYet() {
        jdbc.update("update delivery set sent = 1, state = 'LEASED'");

        assertThat(found()).isEmpty();
    }

    @Test
    void whatIsHeldBecauseTheReceiverFailedBeforeIs() {
        jdbc.update("insert into agency_channel (agency, failures, retry_at) values (?, 3, 0)", FIRM);
        assertThat(found()).as("it does not answer").containsExactly("1-1-firm-01");

        jdbc.update("update agency_channel set failures = 0");
        assertThat(found()).as("it answers again").isEmpty();

        delivery("1-0-firm-01", 0, "PARKED");
        assertThat(found()).as("an earlier one is parked").containsExactly("1-1-firm-01");
    }

    @Test
    void anAlarmThatPassedBeforeTheClockStartedSaysNothing() {
        jdbc.update("update delivery set sent = 1");
        jdbc.update("update clock set started_at = alarm_at");

        assertThat(found()).isEmpty();
    }

    @Test
    void whatLiesUnopenedInAnInboxIsWhateverWasSent() {
        jdbc.update("update delivery set mode = 'PULL', state = 'AVAILABLE'");
        jdbc.update("update clock set received_at = started_at, due_at = 9000");

        assertThat(found()).containsExactly("1-1-firm-01");
    }
}
