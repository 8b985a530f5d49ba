package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.broker.ExternalBroker;
import cn.justicehub.hub.database.ExternalDatabase;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.ledger.receipt.Keyring;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Two hubs over one database and one broker, as processes of their own, while agencies send to both: one is killed, comes
 * back, and is stopped in the middle of an accept. The other goes on; there is one log, and every receipt is in it.
 */
@Tag("long")
class ReplicasTest {

    private static final int SENDERS = 4;

    /** Messages that are sent to both. */
    private static final int SAME = 10;

    /** Every so many receipts are asked for again; all are verified. */
    private static final int ASKED_AGAIN = 25;

    private static final Duration SECONDS = Duration.ofSeconds(40);
    private static final int TRIES = 200;

    /** Backends that wait for a lock whose holder does nothing. */
    private static final String HELD_UP = "select count(*) from pg_stat_activity waits join pg_stat_activity holds"
            + " on holds.pid = any (pg_blocking_pids(waits.pid)) where holds.state = 'idle in transaction'"
            + " and holds.state_change < now() - interval '300 milliseconds'";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> senders = new ArrayList<>();
    private volatile boolean sending = true;
    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws Exception {
        folder = HubProcess.newData();
    }

    @AfterEach
    void clean() throws Exception {
        threads.shutdownNow();
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void oneLogWhicheverOfTwoHubsDiesOrStandsStill() throws Exception {
        SandboxHome home = SandboxHome.open(folder.resolve("a/sandbox"), Instant.now());
        Files.createDirectories(folder.resolve("b"));
        DataCopies.copy(folder.resolve("a/sandbox"), folder.resolve("b/sandbox"));
        int portA = HubProcess.freePort();
        int portB = HubProcess.freePort();
        try (ExternalDatabase database = ExternalDatabase.start(folder.resolve("database"));
                ExternalBroker broker = ExternalBroker.start(folder.resolve("broker"), HubProcess.freePort());
                FirmSink firm = FirmSink.open(home)) {
            Map<String, String> settings = settings(database, broker);
            Cases toA = new Cases(home, address(portA), Traffic::untilAnswered);
            Cases toB = new Cases(home, address(portB), Traffic::untilAnswered);
            try (HubProcess first = HubProcess.start(folder.resolve("a"), portA, settings)) {
                first.awaitReady(); // it makes the keys
                try (HubProcess b = HubProcess.start(folder.resolve("b"), portB, settings)) {
                    b.awaitReady();
                    send(toA);
                    send(toB);
                    goesOn(toA);
                    goesOn(toB);
                    oneReceiptForTheSameMessageToBoth(home, address(portA), address(portB));

                    first.kill();
                    goesOn(toB);

                    try (HubProcess a = HubProcess.start(folder.resolve("a"), portA, settings)) {
                        a.awaitReady();
                        goesOn(toA);
                        stopInsideAnAccept(a, new JdbcTemplate(database.superuser()));
                        goesOn(toB);
                        a.goOn();
                        goesOn(toA);
                        finish();
                    }
                }
            }
            List<Accepted> accepted = Stream.concat(toA.accepted().stream(), toB.accepted().stream())
                    .toList();
            check(settings, accepted, firm);
        }
    }

    private Map<String, String> settings(ExternalDatabase database, ExternalBroker broker) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(broker.settings());
        settings.put(
                "hub.keys.directory", folder.resolve("keys").toAbsolutePath().toString());
        settings.put("hub.database.idle-in-transaction-timeout", "3s");
        settings.put("hub.database.lock-timeout", "2s");
        settings.put("hub.delivery.lease", "3s");
        settings.put("hub.delivery.backoff", "200ms");
        settings.put("hub.delivery.longest-backoff", "1s");
        return settings;
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Three send notices, one takes each of its cases to an offer, which is pushed to the firm. */
    private void send(Cases cases) {
        for (int i = 0; i < SENDERS; i++) {
            boolean offers = i == 0;
            senders.add(threads.submit(() -> {
                while (sending) {
                    if (offers) {
                        cases.offered();
                    } else {
                        cases.notice();
                    }
                }
                return null;
            }));
        }
    }

    private static void goesOn(Cases cases) {
        int before = cases.accepted().size();
        await().atMost(SECONDS).until(() -> cases.accepted().size() >= before + 5);
    }

    private void oneReceiptForTheSameMessageToBoth(SandboxHome home, URI a, URI b) throws Exception {
        AgencyClient courtA = Cases.client(home, SandboxAgency.COURT, a);
        AgencyClient courtB = Cases.client(home, SandboxAgency.COURT, b);
        for (int i = 0; i < SAME; i++) {
            Act notice = Cases.newNotice();
            byte[] body = courtA.body(notice);
            Future<Accepted> one = threads.submit(() -> Traffic.untilAnswered(courtA, notice, body));
            Future<Accepted> other = threads.submit(() -> Traffic.untilAnswered(courtB, notice, body));
            assertThat(one.get(30, TimeUnit.SECONDS).receipt())
                    .isEqualTo(other.get(30, TimeUnit.SECONDS).receipt());
            assertThat(Stream.of(one.get(), other.get()).filter(Accepted::repeated))
                    .hasSize(1);
        }
    }

    /** Stops it again and again, until it stands where others wait for what it holds. */
    private static void stopInsideAnAccept(HubProcess hub, JdbcTemplate database) throws Exception {
        for (int i = 0; i < TRIES; i++) {
            hub.stop();
            try {
                await().pollInterval(Duration.ofMillis(50))
                        .atMost(Duration.ofMillis(700))
                        .until(() -> Objects.requireNonNull(database.queryForObject(HELD_UP, Integer.class)) > 0);
                return;
            } catch (ConditionTimeoutException elsewhere) {
                hub.goOn();
            }
        }
        throw new AssertionError("in " + TRIES + " tries the hub was never inside an accept");
    }

    private void finish() throws Exception {
        sending = false;
        for (Future<?> sender : senders) {
            sender.get(60, TimeUnit.SECONDS);
        }
    }

    private void check(Map<String, String> settings, List<Accepted> accepted, FirmSink firm) throws Exception {
        Set<String> offers = accepted.stream()
                .filter(one -> one.act().act().equals("offer"))
                .map(one -> one.entryId() + "-" + SandboxAgency.FIRM.code())
                .collect(Collectors.toSet());
        try (HubUnderTest hub = HubUnderTest.startIn(folder.resolve("a"), settings)) {
            await().atMost(SECONDS).untilAsserted(() -> assertThat(firm.taken()).isEqualTo(offers));
            LogCheck log = new LogCheck(hub);
            log.isWhole();
            assertThat(accepted.stream().map(Accepted::entryId)).doesNotHaveDuplicates();
            Keyring keyring = Receipts.keyring(hub);
            SandboxHome home = hub.bean(SandboxHome.class);
            AgencyClient court = home.client(SandboxAgency.COURT, hub.uri(""), Clock.systemUTC());
            AgencyClient centre = home.client(SandboxAgency.CENTRE, hub.uri(""), Clock.systemUTC());
            for (int i = 0; i < accepted.size(); i++) {
                Accepted one = accepted.get(i);
                LogCheck.verifies(one.receipt(), one.body(), keyring);
                if (i % ASKED_AGAIN == 0) {
                    log.finds(one.act().act().equals("submit") ? court : centre, one, keyring);
                }
            }
            assertThat(log.records("message", "")).isEqualTo(accepted.size() + SAME);
            await().atMost(SECONDS)
                    .untilAsserted(() ->
                            assertThat(log.records("delivery", "received")).isEqualTo(offers.size()));
            log.isWhole();
        }
    }
}
