package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.broker.ExternalBroker;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.database.ExternalDatabase;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.MovingClock;
import cn.justicehub.hub.time.BusinessClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two hubs over one database and one broker see the same due dates pass in many exchanges: what the hub does then it does
 * once, whoever of the two is there, and after downtime of both it says that it is late.
 */
@Tag("long")
class HubActsOnceTest {

    /** Of each kind, through each hub, each time. */
    private static final int CASES = 4;

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Set<String> LAPSES = Set.of("clock-lapsed", "renotify");

    /** Committers that wait for the head. */
    private static final String WAITING =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%from head h %'";

    /** Wednesday, 25 November 2026, nine in the morning. */
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-25T01:00:00Z"));

    /** The other machine's clock is never quite the same, so what two hubs write of one lapse differs. */
    private final BusinessClock ahead = () -> clock.now().plusMillis(700);

    private final List<String> expected = new ArrayList<>();
    private final List<Accepted> accepted = new ArrayList<>();
    private Path folder = Path.of("");

    /**
     * What the hub has recorded of a clock.
     *
     * @param body its payload
     */
    private record Said(EntryId entry, String act, String exchange, JsonNode body) {

        String clock() {
            return exchange + "/" + body.required("clock").stringValue();
        }

        /** What is said once: of a ladder each of its steps. */
        String once() {
            return act + " " + body.path("step").asString("") + " " + clock();
        }

        Duration late() {
            return Duration.parse(body.path("lateBy").stringValue("PT0S"));
        }
    }

    @BeforeEach
    void makeFolder() throws Exception {
        folder = HubProcess.newData();
    }

    @AfterEach
    void clean() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void whatFallsDueIsDoneOnceByWhicheverOfTwoHubs() throws Exception {
        SandboxHome home = SandboxHome.open(folder.resolve("a/sandbox"), Instant.now());
        Files.createDirectories(folder.resolve("b"));
        DataCopies.copy(folder.resolve("a/sandbox"), folder.resolve("b/sandbox"));
        try (ExternalDatabase database = ExternalDatabase.start(folder.resolve("database"));
                ExternalBroker broker = ExternalBroker.start(folder.resolve("broker"), HubProcess.freePort());
                FirmSink firm = FirmSink.open(home)) {
            Map<String, String> settings = settings(database, broker);
            try (HubUnderTest a = HubUnderTest.startIn(folder.resolve("a"), settings, clock);
                    HubUnderTest b = HubUnderTest.startIn(folder.resolve("b"), settings, ahead)) {
                open(home, a, b);
                fallDueForBoth(a, selfEngageEnds(a));
                assertThat(recorded(a, "renotify"))
                        .as("in time")
                        .allMatch(one -> one.late().isZero());

                open(home, a, b);
                fallDueForBoth(a, clock.now().plus(WEEK));

                open(home, a, b);
                expect(a, clock.now().plus(WEEK));
                moveWhileBothWait(a, WEEK);
                b.close(); // in the middle of it
                onlyWhatIsExpected(a);

                open(home, a);
                expect(a, clock.now().plus(WEEK));
            }
            clock.move(WEEK);
            try (HubUnderTest a = HubUnderTest.startIn(folder.resolve("a"), settings, clock);
                    HubUnderTest b = HubUnderTest.startIn(folder.resolve("b"), settings, ahead)) {
                onlyWhatIsExpected(a);
                fetchedOnce(home, a, b);
                check(home, a);
            }
            assertThat(firm.forgeries()).isEmpty();
        }
    }

    /** Cases in which a party may engage a lawyer of its own, and cases that nobody has looked at. */
    private void open(SandboxHome home, HubUnderTest... hubs) throws Exception {
        for (HubUnderTest hub : hubs) {
            Cases cases = new Cases(home, hub.uri(""));
            for (int i = 0; i < CASES; i++) {
                String exchange = cases.offered();
                cases.register(exchange);
                cases.refused(exchange);
                cases.notice();
            }
            accepted.addAll(cases.accepted());
        }
    }

    private Instant selfEngageEnds(HubUnderTest hub) {
        Long dueAt = hub.bean(JdbcTemplate.class)
                .queryForObject("select max(due_at) from clock where name = 'self-engage'", Long.class);
        return Instant.ofEpochMilli(Objects.requireNonNull(dueAt)).plusSeconds(1);
    }

    private void fallDueForBoth(HubUnderTest hub, Instant until) throws Exception {
        expect(hub, until);
        moveWhileBothWait(hub, Duration.between(clock.now(), until));
        onlyWhatIsExpected(hub);
    }

    /** Notes what falls due until then. */
    private void expect(HubUnderTest hub, Instant until) {
        List<String> due = hub.bean(JdbcTemplate.class)
                .queryForList(
                        "select exchange_id || '/' || name from clock where stopped_at is null and lapsed_at is null"
                                + " and paused_at is null and due_at <= ?",
                        String.class,
                        until.toEpochMilli());
        assertThat(due).hasSizeGreaterThanOrEqualTo(2 * CASES);
        assertThat(due).anyMatch(one -> one.endsWith("/self-engage"));
        assertThat(due).anyMatch(one -> one.endsWith("/assign-and-inform"));
        expected.addAll(due);
    }

    /** Lets nobody commit until each of two hubs has found what is due and waits to record it. */
    private void moveWhileBothWait(HubUnderTest hub, Duration by) throws Exception {
        JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
        try (Connection connection = hub.bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select * from head for update");
            clock.move(by);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Objects.requireNonNull(jdbc.queryForObject(WAITING, Integer.class)) >= 2);
            connection.rollback();
        }
    }

    private void onlyWhatIsExpected(HubUnderTest hub) throws Exception {
        JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
        await().atMost(SOON)
                .until(() -> Objects.requireNonNull(jdbc.queryForObject(
                                "select count(*) from message where kind = 'hub-act' and act in ('clock-lapsed', 'renotify')",
                                Integer.class))
                        >= expected.size());
        List<Said> said = recorded(hub, "");
        assertThat(said.stream().filter(one -> LAPSES.contains(one.act())).map(Said::clock))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(said.stream().map(Said::once)).doesNotHaveDuplicates();
        for (Said one : said) {
            assertThat(one.act().equals("renotify")).isEqualTo(one.clock().endsWith("/self-engage"));
            if (LAPSES.contains(one.act())) {
                assertThat(one.late()).isEqualTo(lateness(jdbc, one));
            }
        }
    }

    /** How late it was, by the clock's row; what a hub takes anyway is not late. */
    private static Duration lateness(JdbcTemplate jdbc, Said one) {
        Instant due = Instant.parse(one.body().required("dueAt").stringValue());
        Instant recorded = Instant.parse(one.body().path("recordedAt").stringValue(due.toString()));
        Long lapsedAt = jdbc.queryForObject(
                "select lapsed_at from clock where exchange_id || '/' || name = ?", Long.class, one.clock());
        Duration late = Duration.between(due, Instant.ofEpochMilli(Objects.requireNonNull(lapsedAt)));
        return late.compareTo(Duration.ofMinutes(1)) > 0 ? Duration.between(due, recorded) : Duration.ZERO;
    }

    /** What the hubs themselves have said of clocks; of any kind when the act is empty. */
    private static List<Said> recorded(HubUnderTest hub, String act) {
        return hub
                .bean(JdbcTemplate.class)
                .queryForList(
                        "select entry, act, exchange_id from message where kind = 'hub-act' and ? in ('', act)"
                                + " order by entry",
                        act)
                .stream()
                .map(row -> said(hub, row))
                .toList();
    }

    private static Said said(HubUnderTest hub, Map<String, Object> row) {
        EntryId entry = EntryId.ofNumber((Long) Objects.requireNonNull(row.get("entry")));
        byte[] body = hub.bean(MessageStore.class).body(entry);
        return new Said(
                entry,
                String.valueOf(row.get("act")),
                String.valueOf(row.get("exchange_id")),
                JsonMapper.shared().readTree(body).required("payload"));
    }

    /** Each reminder comes once to each who gets it, whichever hub is asked. */
    private static void fetchedOnce(SandboxHome home, HubUnderTest a, HubUnderTest b) throws Exception {
        List<String> reminders = recorded(a, "renotify").stream()
                .map(one -> one.entry().toString())
                .toList();
        for (SandboxAgency agency : List.of(SandboxAgency.COURT, SandboxAgency.CENTRE)) {
            List<String> fetched = drained(Cases.client(home, agency, a.uri("")));
            assertThat(fetched).containsExactlyElementsOf(reminders);
            assertThat(Cases.client(home, agency, b.uri("")).inbox(Duration.ZERO))
                    .isEmpty();
        }
        Long deliveries = a.bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from delivery join message using (entry) where act = 'renotify'", Long.class);
        assertThat(deliveries).isEqualTo(2L * reminders.size());
    }

    /** Entries of the reminders in an inbox, each acknowledged like all else that lies there. */
    private static List<String> drained(AgencyClient client) throws Exception {
        List<String> reminders = new ArrayList<>();
        List<Inbound> page = client.inbox(Duration.ZERO);
        while (!page.isEmpty()) {
            for (Inbound one : page) {
                if (one.act().equals("renotify")) {
                    reminders.add(one.entryId());
                }
                client.ack(one.deliveryId());
            }
            page = client.inbox(Duration.ZERO);
        }
        return reminders;
    }

    private void check(SandboxHome home, HubUnderTest hub) throws Exception {
        LogCheck log = new LogCheck(hub);
        AgencyClient court = Cases.client(home, SandboxAgency.COURT, hub.uri(""));
        for (Said one : recorded(hub, "")) {
            log.evidenceVerifies(court, one.entry().toString());
        }
        Receipts.verify(hub, accepted);
        log.isWhole();
    }

    private Map<String, String> settings(ExternalDatabase database, ExternalBroker broker) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(broker.settings());
        settings.put(
                "hub.keys.directory", folder.resolve("keys").toAbsolutePath().toString());
        settings.put("hub.database.lock-timeout", "25s");
        settings.put("hub.database.idle-in-transaction-timeout", "60s");
        return settings;
    }
}
