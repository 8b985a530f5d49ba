package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.MovingClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A party refuses the assigned lawyer (刑诉法解释 50, 51, 311): five days to engage one, then the hub itself reminds the
 * notifier, once; a second refusal is not allowed; a lawyer of the party's own ends the assignment. And EX-09 changes.
 */
class RefusalTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String AT = "2026-11-27T10:00:00+08:00";

    /** Wednesday, 25 November 2026, nine in the morning: the fifth day after is Monday the 30th. */
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-25T01:00:00Z"));

    private final HubUnderTest hub = HubUnderTest.start(Map.of(), clock);
    private final JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
    private final SandboxHome home = hub.bean(SandboxHome.class);
    private final Cases cases = new Cases(home, hub.uri(""));
    private final FirmSink firm = FirmSink.off(home);

    @AfterEach
    void check() throws Exception {
        try (hub;
                firm) {
            Receipts.verify(hub, cases.accepted());
            new LogCheck(hub).isWhole();
        }
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    private static ObjectNode event(String event) {
        return object().put("event", event).put("effectiveAt", AT).put("reason", "测试原因");
    }

    private static ObjectNode decision() {
        return object().put("decidedAt", "2026-11-25").put("officer", "测试法官").put("reason", "理由正当");
    }

    private static ObjectNode ownLawyer() {
        return object().put("event", "OWN_LAWYER").put("effectiveAt", AT).put("lawyerName", "测试律师丑");
    }

    private JsonNode shown(String exchange) throws Exception {
        byte[] answer = cases.court().get("/v1/exchanges/defence-notice/" + exchange);
        return JsonMapper.shared().readTree(new String(answer, StandardCharsets.UTF_8));
    }

    private String state(String exchange) throws Exception {
        return shown(exchange).required("state").stringValue();
    }

    private JsonNode clock(String exchange, String name) throws Exception {
        return shown(exchange)
                .required("clocks")
                .valueStream()
                .filter(one -> one.required("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long entries(String act) {
        Long count = jdbc.queryForObject("select count(*) from message where act = ?", Long.class, act);
        return count == null ? 0 : count;
    }

    private static List<Inbound> fetched(AgencyClient client, String act) throws Exception {
        List<Inbound> found = new ArrayList<>();
        for (Inbound one : client.inbox(Duration.ZERO)) {
            if (one.act().equals(act)) {
                found.add(one);
                client.ack(one.deliveryId());
            }
        }
        return found;
    }

    private String refused(String exchange) throws Exception {
        firm.listen();
        cases.offer(exchange);
        cases.register(exchange);
        cases.act(cases.court(), "refuse", exchange, event("REFUSE"));
        cases.act(cases.court(), "allow-refusal", exchange, decision());
        return exchange;
    }

    @Test
    void nobodyEngagedInFiveDaysTheHubRemindsTheNotifierOnce() throws Exception {
        String exchange = refused(cases.notice());
        assertThat(state(exchange)).isEqualTo("SELF_ENGAGE_WAIT");
        assertThat(clock(exchange, "self-engage").required("dueDate").stringValue())
                .isEqualTo("2026-11-30");

        clock.move(Duration.ofDays(5)); // Monday morning
        cases.act(cases.centre(), "change", exchange, event("CUSTODY").put("new", "测试第二看守所"));
        assertThat(state(exchange)).isEqualTo("SELF_ENGAGE_WAIT");
        assertThat(entries("renotify")).isZero();

        clock.move(Duration.ofDays(1));
        await().atMost(SOON).until(() -> entries("renotify") > 0);

        assertThat(state(exchange)).isEqualTo("RENOTIFIED");
        Inbound told = fetched(cases.court(), "renotify").get(0);
        assertThat(told.sender()).isEqualTo("hub");
        assertThat(told.payload().required("article").stringValue()).isEqualTo("刑诉法解释50");
        assertThat(told.payload().required("dueDate").stringValue()).isEqualTo("2026-11-30");
        assertThat(told.payload().required("lateBy").stringValue())
                .as("the clock leapt")
                .isNotEmpty();
        assertThat(fetched(cases.centre(), "renotify")).hasSize(1);
        assertThat(clock(exchange, "self-engage").path("stoppedAt").isMissingNode())
                .isFalse();
        assertThat(clock(exchange, "notify-again-in-time").required("dueDate").stringValue())
                .isEqualTo("2026-12-04");

        ObjectNode again = object().put("noticeNo", "绿法援通字〔2026〕99号").put("reason", "当事人五日内未自行委托");
        again.putObject("contact").put("officer", "测试法官").put("phone", "0431-00000010");
        cases.act(cases.court(), "notify-again", exchange, again);
        cases.assign(exchange);
        cases.register(exchange);
        assertThat(state(exchange)).isEqualTo("ACTIVE");
        assertThat(clock(exchange, "assign-again").path("stoppedAt").isMissingNode())
                .isFalse();

        HubRefused second = catchThrowableOfType(
                HubRefused.class, () -> cases.act(cases.court(), "refuse", exchange, event("REFUSE")));
        assertThat(second.codes()).containsExactly("E-STATE");
        assertThat(new String(second.problem(), StandardCharsets.UTF_8)).contains("刑诉法解释311");
        assertThat(state(exchange)).isEqualTo("ACTIVE");
        assertThat(entries("renotify")).isEqualTo(1);
        assertThat(entries("clock-lapsed"))
                .as("of the wait the act is the record")
                .isZero();
    }

    @Test
    void aLawyerOfTheirOwnEndsTheWaitAndTheAssignment() throws Exception {
        String exchange = refused(cases.notice());

        cases.act(cases.court(), "own-lawyer", exchange, ownLawyer());

        assertThat(state(exchange)).isEqualTo("SUPERSEDED");
        assertThat(shown(exchange).required("ended").booleanValue()).isTrue();
        clock.move(Duration.ofDays(20));
        String other = cases.notice(); // by the time this one's own clocks were looked at, so was the stopped one
        clock.move(Duration.ofDays(20));
        await().atMost(SOON).until(() -> entries("clock-lapsed") > 0);
        assertThat(entries("renotify")).isZero();
        assertThat(state(other)).isEqualTo("RECEIVED");
        await().atMost(SOON).until(() -> firm.lane(exchange).contains("own-lawyer"));
        assertThat(firm.lane(exchange))
                .containsSubsequence("offer", "register", "refuse", "allow-refusal", "own-lawyer");
        assertThat(fetched(cases.centre(), "own-lawyer")).hasSize(1);
        HubRefused later = catchThrowableOfType(
                HubRefused.class, () -> cases.act(cases.court(), "change", exchange, event("CUSTODY")));
        assertThat(later.codes()).containsExactly("E-STATE");
    }

    @Test
    void whatChangesIsToldToEverybodyInTheCaseAndNothingElseMoves() throws Exception {
        firm.listen();
        String exchange = cases.offered();
        ObjectNode hearing = event("HEARING");
        hearing.putObject("hearing").put("at", "2026-12-21T09:00:00+08:00").put("place", "第三法庭");

        cases.act(cases.court(), "change", exchange, hearing);

        assertThat(state(exchange)).isEqualTo("OFFERED");
        assertThat(fetched(cases.centre(), "change")).hasSize(1);
        assertThat(fetched(cases.court(), "change")).as("its own").isEmpty();
        await().atMost(SOON).until(() -> firm.lane(exchange).contains("change"));
        HubRefused wrong = catchThrowableOfType(
                HubRefused.class, () -> cases.act(cases.court(), "change", exchange, event("WITHDRAW")));
        assertThat(wrong.codes()).containsExactly("E-CODE");
    }
}
