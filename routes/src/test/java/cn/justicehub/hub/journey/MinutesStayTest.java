package cn.justicehub.hub.journey;

import static cn.justicehub.connectors.sandbox.SandboxAgency.COURT;
import static cn.justicehub.connectors.sandbox.SandboxAgency.MEDIATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is said in mediation stays there (在线调解规则 18): a marker in the minutes is nowhere that the court can look. */
class MinutesStayTest {

    private static final String MARKER = "绝密让步标记7391";
    private static final String TYPE = "mediation-referral";

    private final HubUnderTest hub =
            HubUnderTest.start(Map.of(), new MovingClock(Instant.parse("2026-09-18T01:00:00Z")));
    private final TypeDesk desk = new TypeDesk(hub, TYPE);
    private final JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);

    @AfterEach
    void check() throws Exception {
        try (hub) {
            Receipts.verify(hub, desk.accepted());
        }
    }

    @Test
    void theCourtNeverSeesTheMinutes() throws Exception {
        String exchange = desk.opens(COURT, "refer", payload -> {});
        desk.does(COURT, "consent", exchange);
        desk.does(COURT, "choose", exchange);
        desk.does(MEDIATION, "confirm", exchange);
        desk.does(MEDIATION, "contact", exchange);
        desk.does(MEDIATION, "begin", exchange);
        Accepted minutes = desk.does(MEDIATION, "minutes", exchange, payload -> payload.put("text", MARKER));
        desk.does(MEDIATION, "return", "return-with-undisputed-facts", exchange, payload -> {});

        assertThat(desk.shown(MEDIATION, exchange).toString())
                .as("the marker is there for whose it is")
                .contains(MARKER);
        List<String> seen = seenByTheCourt(exchange);
        assertThat(seen).noneMatch(text -> text.contains(MARKER) || text.contains("minutes"));
        for (String path : List.of("/receipt", "/proof", "/deliveries")) {
            notFound(desk.client(COURT), "/v1/messages/" + minutes.entryId() + path);
        }
        assertThat(desk.refused(COURT, "minutes", exchange, payload -> {}).status())
                .isEqualTo(403);
        inTheDatabase();
    }

    private List<String> seenByTheCourt(String exchange) throws Exception {
        AgencyClient court = desk.client(COURT);
        List<String> seen = new ArrayList<>();
        seen.add(new String(court.get("/v1/exchanges/" + TYPE + "/" + exchange), UTF_8));
        seen.add(new String(court.post("/v1/searches", ("{\"type\":\"" + TYPE + "\"}").getBytes(UTF_8)), UTF_8));
        assertThat(seen.get(1)).contains(exchange);
        List<Inbound> inbox = court.inbox(Duration.ZERO);
        assertThat(inbox).extracting(Inbound::act).contains("return");
        inbox.forEach(one -> seen.add(one.act() + " " + one.payload()));
        return seen;
    }

    private static void notFound(AgencyClient client, String path) {
        HubRefused refusal = catchThrowableOfType(HubRefused.class, () -> client.get(path));
        assertThat(refusal.status()).as(path).isEqualTo(404);
        assertThat(new String(refusal.problem(), UTF_8)).doesNotContain(MARKER);
    }

    /** No row of the court's leads to the minutes, and what is stored of them is not in plain. */
    private void inTheDatabase() {
        assertThat(jdbc.queryForList(
                        "select d.receiver from delivery d join message m on m.entry = d.entry where m.act = 'minutes'",
                        String.class))
                .isEmpty();
        assertThat(jdbc.queryForList(
                        "select array_to_string(receivers, ',') from message where act = 'minutes'", String.class))
                .containsExactly("");
        List<String> tables = jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = current_schema()", String.class);
        for (String table : tables) {
            Long found = jdbc.queryForObject(
                    "select count(*) from \"" + table + "\" t where t::text like ? or t::text like ?",
                    Long.class,
                    "%" + MARKER + "%",
                    "%" + hex(MARKER) + "%");
            assertThat(found).as(table).isZero();
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
}
