package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.broker.ExternalBroker;
import cn.justicehub.hub.database.ExternalDatabase;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Two hubs; the one that took an order dies, or stands still, while the firm has its request and has not answered. When
 * the lease is over the other delivers under the same id, and what the first learns afterwards changes nothing.
 */
@Tag("long")
class LeaseLostTest {

    /** The lease, the firm's time-out of twenty seconds, and time to spare. */
    private static final Duration AFTER_LEASE = Duration.ofSeconds(120);

    private static final Duration SOON = Duration.ofSeconds(60);

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
    void otherHubDeliversWhatTheKilledOneWasSending() throws Exception {
        try (Pair pair = new Pair(folder)) {
            String deliveryId = pair.heldByFirst();
            long leaseUntil = (Long) Objects.requireNonNull(pair.row(deliveryId).get("lease_until"));

            pair.first.kill();

            pair.awaitDelivered(deliveryId);
            assertThat(pair.hold.secondAt()).isGreaterThanOrEqualTo(leaseUntil);
            pair.hold.late(204); // to nobody
            pair.check(deliveryId);
        }
    }

    @Test
    void whatTheStoppedHubLearnsLateChangesNothing() throws Exception {
        try (Pair pair = new Pair(folder)) {
            String deliveryId = pair.heldByFirst();

            pair.first.stop();

            pair.awaitDelivered(deliveryId);
            Map<String, Object> delivered = pair.row(deliveryId);
            pair.hold.late(204);
            await().atMost(SOON).until(() -> pair.firm.arrivals().size() == 2);
            pair.second.close();
            pair.first.goOn();
            // its only consumer takes the next order after it has settled the late one
            String next = pair.offered();
            pair.awaitDelivered(next);
            assertThat(pair.row(deliveryId)).isEqualTo(delivered);
            pair.check(deliveryId, next);
        }
    }

    /** Answers the first request when told to, and all others at once. */
    private static final class Hold {

        private final AtomicBoolean held = new AtomicBoolean();
        private final CompletableFuture<Integer> late = new CompletableFuture<>();
        private final CompletableFuture<Long> second = new CompletableFuture<>();

        int status(FirmSink.Arrival arrival) {
            if (held.compareAndSet(false, true)) {
                return late.join();
            }
            second.complete(System.currentTimeMillis());
            return 204;
        }

        void late(int status) {
            late.complete(status);
        }

        /** When the second request came, epoch milliseconds. */
        long secondAt() {
            return second.getNow(0L);
        }
    }

    /** Two hubs over one database and one broker, and a firm that holds the first request. */
    private static final class Pair implements AutoCloseable {

        private final Path folder;
        private final ExternalDatabase database;
        private final ExternalBroker broker;
        private final Map<String, String> settings;
        private final JdbcTemplate jdbc;
        private final Hold hold = new Hold();
        private final FirmSink firm;
        private final Cases cases;
        private final HubProcess first;
        private final HubProcess second;

        Pair(Path folder) throws Exception {
            this.folder = folder;
            SandboxHome home = SandboxHome.open(folder.resolve("a/sandbox"), Instant.now());
            Files.createDirectories(folder.resolve("b"));
            DataCopies.copy(folder.resolve("a/sandbox"), folder.resolve("b/sandbox"));
            database = ExternalDatabase.start(folder.resolve("database"));
            broker = ExternalBroker.start(folder.resolve("broker"), HubProcess.freePort());
            settings = settings(folder, database, broker);
            jdbc = new JdbcTemplate(database.superuser());
            firm = FirmSink.open(home);
            firm.answers(hold::status);
            int port = HubProcess.freePort();
            cases = new Cases(home, URI.create("http://127.0.0.1:" + port), Traffic::untilAnswered);
            first = HubProcess.start(folder.resolve("a"), port, settings);
            first.awaitReady(); // it makes the keys
            second = HubProcess.start(folder.resolve("b"), HubProcess.freePort(), settings);
            second.awaitReady();
        }

        private static Map<String, String> settings(Path folder, ExternalDatabase database, ExternalBroker broker) {
            Map<String, String> settings = new HashMap<>(database.settings());
            settings.putAll(broker.settings());
            settings.put(
                    "hub.keys.directory",
                    folder.resolve("keys").toAbsolutePath().toString());
            settings.put("hub.database.idle-in-transaction-timeout", "3s");
            settings.put("hub.database.lock-timeout", "2s");
            settings.put("hub.delivery.lease", "3s");
            settings.put("hub.delivery.sweep", "200ms");
            settings.put("hub.delivery.backoff", "200ms");
            settings.put("hub.delivery.consumers", "1");
            return settings;
        }

        /**
         * A delivery whose request the first hub has sent, and the firm not answered: while the second stands still, no
         * other can have taken the order. The second goes on afterwards.
         */
        String heldByFirst() throws Exception {
            second.stop();
            String deliveryId = offered();
            await().atMost(SOON).until(() -> hold.held.get());
            second.goOn();
            second.awaitReady();
            assertThat(row(deliveryId)).containsEntry("state", "LEASED").containsEntry("sent", 1);
            return deliveryId;
        }

        /** A new case's offer; the id of its delivery to the firm. */
        String offered() throws Exception {
            cases.offered();
            return cases.accepted().get(cases.accepted().size() - 1).entryId() + "-" + SandboxAgency.FIRM.code();
        }

        Map<String, Object> row(String deliveryId) {
            return jdbc.queryForMap("select * from delivery where delivery_id = ?", deliveryId);
        }

        void awaitDelivered(String deliveryId) {
            await().atMost(AFTER_LEASE)
                    .until(() -> "DELIVERED".equals(row(deliveryId).get("state")));
        }

        /** The first came twice under one id, others once; nothing was parked, nobody was paused, all is proved. */
        void check(String first, String... others) throws Exception {
            this.first.close();
            second.close();
            try (HubUnderTest hub = HubUnderTest.startIn(folder.resolve("a"), settings)) {
                LogCheck log = new LogCheck(hub);
                log.isWhole();
                assertThat(firm.arrivals())
                        .extracting(FirmSink.Arrival::id)
                        .filteredOn(first::equals)
                        .hasSize(2);
                assertThat(firm.arrivals())
                        .extracting(FirmSink.Arrival::id)
                        .filteredOn(id -> !id.equals(first))
                        .isEqualTo(List.of(others));
                assertThat(log.records("delivery", "")).isEqualTo(1 + others.length);
                assertThat(log.records("delivery", "received")).isEqualTo(1 + others.length);
                assertThat(new Operator(hub).alarms(false)).isEmpty();
                Receipts.verify(hub, cases.accepted());
                assertThat(firm.forgeries()).isEmpty();
            }
        }

        @Override
        public void close() throws Exception {
            hold.late(503);
            try (database;
                    broker;
                    firm;
                    first;
                    second) {
                assertThat(folder).exists();
            }
        }
    }
}
