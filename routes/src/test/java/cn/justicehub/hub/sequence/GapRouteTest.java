package cn.justicehub.hub.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.commit.MemoryCommitter;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.commit.SystemExchange;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.MasterKey;
import cn.justicehub.hub.database.SharedDatabase;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.testing.Warnings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class GapRouteTest extends RouteTest {

    private static final String ASKED = "direct:gaps";
    private static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final JdbcTemplate jdbc = new JdbcTemplate(SharedDatabase.fresh());
    private final MemoryCommitter committer = new MemoryCommitter(NOW.toEpochMilli());

    @Override
    protected RoutesBuilder route() {
        ExchangeKeys keys = new ExchangeKeys(jdbc, new MasterKey("master-1", new byte[16]));
        return new GapRoute(new Gaps(
                jdbc,
                new SequenceSettings(PATIENCE),
                () -> NOW,
                committer,
                new RecordPreparation(new IndexKey("index-1", new byte[32])),
                new SystemExchange(keys)));
    }

    @BeforeEach
    void ask() throws Exception {
        askedAt(context, "gaps", ASKED);
    }

    private void accepted(String sender, long number, Duration ago) {
        jdbc.update(
                "insert into sender_stream (sender, seq, last_entry) values (?, 1, 0) on conflict do nothing", sender);
        jdbc.update(
                "insert into sequence_number (sender, sequence_no, message_id, accepted_at) values (?, ?, ?, ?)",
                sender,
                number,
                UUID.randomUUID(),
                NOW.minus(ago).toEpochMilli());
    }

    private List<String> told() {
        return committer.effects().stream()
                .map(effect -> effect.alarm() == null ? "" : effect.alarm().alarmId())
                .toList();
    }

    @Test
    void whatIsMissingTooLongIsRecordedWithItsNumbers() {
        accepted("court-01", 1, Duration.ofHours(9));
        accepted("court-01", 4, Duration.ofHours(3));
        accepted("court-01", 5, Duration.ofHours(3));
        accepted("court-01", 7, Duration.ofMinutes(1));
        accepted("police-01", 3, Duration.ofHours(2));

        template.sendBody(ASKED, "");

        assertThat(told()).containsExactly("sequence-gap/court-01/2-3", "sequence-gap/police-01/1-2");
    }

    @Test
    void aGapThatWasToldIsNotToldAgainAndItsAlarmIsClearedWhenAllHasCome() {
        accepted("court-01", 3, Duration.ofHours(2));
        jdbc.update("insert into alarm (alarm_id, kind, agency, reason, raised_at)"
                + " values ('sequence-gap/court-01/1-2', 'SEQUENCE_GAP', 'court-01', 'E-SEQ', 1)");
        accepted("court-01", 2, Duration.ofMinutes(1));
        template.sendBody(ASKED, "");
        assertThat(standing()).isEqualTo(1);

        accepted("court-01", 1, Duration.ofMinutes(1));
        template.sendBody(ASKED, "");

        assertThat(standing()).isZero();
        assertThat(told()).isEmpty();
    }

    @Test
    void whatWasLookedThroughIsNotLookedAtAgainAndNothingIsMissedByThat() {
        accepted("court-01", 1, Duration.ofHours(9));
        accepted("court-01", 2, Duration.ofHours(9));
        accepted("court-01", 4, Duration.ofMinutes(1));
        template.sendBody(ASKED, "");
        assertThat(seen()).as("3 is missing, but not for long").isEqualTo(2);
        assertThat(told()).isEmpty();

        jdbc.update(
                "update sequence_number set accepted_at = ?",
                NOW.minus(PATIENCE).toEpochMilli());
        template.sendBody(ASKED, "");
        assertThat(told()).containsExactly("sequence-gap/court-01/3-3");

        jdbc.update("insert into alarm (alarm_id, kind, agency, reason, raised_at)"
                + " values ('sequence-gap/court-01/3-3', 'SEQUENCE_GAP', 'court-01', 'E-SEQ', 1)");
        accepted("court-01", 6, PATIENCE);
        template.sendBody(ASKED, "");
        assertThat(told()).containsExactly("sequence-gap/court-01/3-3", "sequence-gap/court-01/5-5");
        assertThat(seen()).isEqualTo(4);
    }

    private long seen() {
        Long seen = jdbc.queryForObject("select seen from sequence_watch", Long.class);
        return seen == null ? -1 : seen;
    }

    private int standing() {
        Integer count = jdbc.queryForObject("select count(*) from alarm where cleared_at is null", Integer.class);
        return count == null ? 0 : count;
    }

    @Test
    void aFailureComesOutOfTheRouteAndIsNotLoggedByIt() {
        jdbc.execute("drop table sequence_number");
        try (Warnings warnings = new Warnings()) {
            assertThatThrownBy(() -> ask(ASKED, "")).isInstanceOf(DataAccessException.class);
            assertThat(warnings.seen()).isEmpty();
        }
    }
}
