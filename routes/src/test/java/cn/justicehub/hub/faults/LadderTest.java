package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.MovingClock;
import cn.justicehub.ledger.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * A duty that is not met is brought before more and more people: its owner a day before the alarm and at it, the bureau
 * and whoever notified when it is due, the bureau's leader a working day later. Each once, also after downtime.
 */
class LadderTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String COURT = SandboxAgency.COURT.code();
    private static final String CENTRE = SandboxAgency.CENTRE.code();

    /** Wednesday, 25 November 2026, nine in the morning: alarm when Saturday ends, due when Monday ends. */
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-25T01:00:00Z"));

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws Exception {
        folder = HubProcess.newData();
    }

    @AfterEach
    void clean() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void eachStepIsTakenInItsTimeAndEndsWithTheDuty() throws Exception {
        try (HubUnderTest hub = HubUnderTest.startIn(folder, Map.of(), clock)) {
            Cases cases = cases(hub);
            String exchange = cases.notice();

            to("2026-11-28T00:00:00+08:00");
            awaitTold(hub, CENTRE);
            to("2026-11-29T00:00:00+08:00");
            awaitTold(hub, CENTRE, CENTRE);
            to("2026-12-01T00:00:00+08:00");
            awaitTold(hub, CENTRE, CENTRE, "bureau", COURT);
            assertThat(standing(hub)).containsExactly("DEADLINE_MISSED");
            to("2026-12-02T00:00:00+08:00");
            awaitTold(hub, CENTRE, CENTRE, "bureau", COURT, "bureau");
            assertThat(standing(hub)).containsExactly("DEADLINE_MISSED", "DEADLINE_MISSED");
            assertThat(steps(hub))
                    .allSatisfy(step -> assertThat(step.get("lateBy")).isNull())
                    .allSatisfy(step -> assertThat(step.string("article")).isEqualTo("法律援助法36"))
                    .extracting(step -> step.string("personZh"))
                    .containsExactly("经办人", "法律援助中心负责人", "法律援助管理科室", "办案机关联络人", "分管局领导");
            assertThat(acts(cases.centre())).containsExactly("submit", "clock-step", "clock-step");
            assertThat(acts(cases.court())).containsExactly("clock-step");

            cases.withdraw(exchange);
            await().atMost(SOON).until(() -> standing(hub).isEmpty());
            to("2027-01-05T00:00:00+08:00");
            String later = cases.notice();
            to("2027-01-06T00:00:00+08:00");
            check(hub, cases);
            assertThat(steps(hub)).as("a duty that has ended is nobody's").hasSize(5);
            assertThat(later).isNotEqualTo(exchange);
        }
    }

    @Test
    void whatWasMissedWhileTheHubWasDownIsTakenOnceInOrderAndSaysThatItIsLate() throws Exception {
        Cases cases;
        try (HubUnderTest hub = HubUnderTest.startIn(folder, Map.of(), clock)) {
            cases = cases(hub);
            cases.notice();
        }
        to("2026-12-02T09:00:00+08:00");
        try (HubUnderTest hub = HubUnderTest.startIn(folder, Map.of(), clock)) {
            awaitTold(hub, CENTRE, CENTRE, "bureau", COURT, "bureau");
            assertThat(steps(hub))
                    .extracting(step -> Duration.parse(step.string("lateBy")))
                    .containsExactly(
                            Duration.ofHours(4 * 24 + 9),
                            Duration.ofHours(3 * 24 + 9),
                            Duration.ofHours(24 + 9),
                            Duration.ofHours(24 + 9),
                            Duration.ofHours(9));
            await().atMost(SOON)
                    .until(() -> hub.bean(JdbcTemplate.class)
                                    .queryForList("select entry from message where act = 'clock-lapsed'", Long.class)
                                    .size()
                            == 1);
            assertThat(steps(hub)).hasSize(5);
            check(hub, cases);
        }
    }

    private static Cases cases(HubUnderTest hub) {
        return new Cases(hub.bean(SandboxHome.class), hub.uri(""));
    }

    private void to(String time) {
        clock.move(Duration.between(clock.now(), OffsetDateTime.parse(time).toInstant()));
    }

    private static void awaitTold(HubUnderTest hub, String... agencies) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(steps(hub))
                        .extracting(step -> step.string("told"))
                        .containsExactly(agencies));
    }

    /** What the hub has recorded of steps, in its order. */
    private static List<JsonObject> steps(HubUnderTest hub) {
        List<JsonObject> steps = new ArrayList<>();
        hub.bean(JdbcTemplate.class)
                .query("select entry, exchange_id from message where act = 'clock-step' order by entry", row -> {
                    EntryId entry = EntryId.ofNumber(row.getLong(1));
                    JsonObject body = hub.bean(MessageStore.class)
                            .bodies(row.getObject(2, UUID.class), List.of(entry))
                            .get(entry);
                    steps.add((JsonObject)
                            Objects.requireNonNull(Objects.requireNonNull(body).get("payload")));
                });
        return steps;
    }

    private static List<String> acts(AgencyClient agency) throws Exception {
        return agency.inbox(Duration.ZERO).stream().map(Inbound::act).toList();
    }

    /** Kinds of the open alarms about duties. */
    private static List<String> standing(HubUnderTest hub) {
        return new Operator(hub)
                .alarms(true).stream()
                        .map(alarm -> alarm.required("kind"))
                        .map(JsonNode::stringValue)
                        .filter(kind -> kind.startsWith("DEADLINE_"))
                        .toList();
    }

    private static void check(HubUnderTest hub, Cases cases) throws Exception {
        Receipts.verify(hub, cases.accepted());
        new LogCheck(hub).isWhole();
    }
}
