package cn.justicehub.hub.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import cn.justicehub.hub.testing.HubUnderTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Promise 4: what a sender numbered and never sent is seen, once, and forgotten when it comes after all. */
class SequenceGapTest {

    @Test
    void missingNumberRaisesOneAlarmAndOneLeafAndIsClearedWhenItComes() throws Exception {
        try (HubUnderTest hub = HubUnderTest.start(Map.of("hub.sequence.patience", "0s", "hub.sequence.look", "100"))) {
            AgencyClient court =
                    hub.bean(SandboxHome.class).client(SandboxAgency.COURT, hub.uri(""), Clock.systemUTC());
            JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
            send(court, 1, 1);
            send(court, 2, 3);
            await().atMost(Duration.ofSeconds(20)).until(() -> open(jdbc) == 1);
            assertThat(records(jdbc)).isEqualTo(1);

            send(court, 3, 2);
            await().atMost(Duration.ofSeconds(20)).until(() -> open(jdbc) == 0);
            assertThat(records(jdbc)).isEqualTo(1);
        }
    }

    private static void send(AgencyClient court, int serial, int sequenceNo) throws Exception {
        var notice = SimulatedCourt.notice(serial, SimulatedCourt.Defendant.JIA, LocalDate.of(2026, 11, 24), null);
        String body = new String(court.body(notice), StandardCharsets.UTF_8);
        String numbered = "{\"sequenceNo\":" + sequenceNo + ","
                + body.substring(1)
                        .replaceFirst("\"signature\":\"[^\"]*\",?", "")
                        .replaceFirst(",}", "}");
        court.post(notice, numbered.replace(",}", "}").getBytes(StandardCharsets.UTF_8));
    }

    private static int open(JdbcTemplate jdbc) {
        return count(jdbc, "select count(*) from alarm where kind = 'SEQUENCE_GAP' and cleared_at is null");
    }

    private static int records(JdbcTemplate jdbc) {
        return count(jdbc, "select count(*) from message where act = 'sequence-gap'");
    }

    private static int count(JdbcTemplate jdbc, String sql) {
        Integer count = jdbc.queryForObject(sql, Integer.class);
        return count == null ? 0 : count;
    }
}
