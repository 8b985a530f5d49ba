package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.ledger.receipt.Keyring;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** A hub is killed ten times while agencies send: what it gave a receipt for is there, proved, and delivered once by id. */
@Tag("long")
class KillTest {

    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
    private static final int KILLS = 10;
    /** One of so many kills comes while the hub still starts, perhaps in the middle of its recovery. */
    private static final int KILLS_AT_START = 4;

    private static final Map<String, String> PROPERTIES =
            Map.of("hub.delivery.lease", "3s", "hub.delivery.backoff", "200ms", "hub.delivery.longest-backoff", "1s");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
    private Path data = Path.of("");

    @BeforeEach
    void makeData() throws Exception {
        data = HubProcess.newData();
    }

    @AfterEach
    void clean() throws Exception {
        killer.shutdownNow();
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void everyReceiptOutlivesTenKills() throws Exception {
        LOG.info("kills at moments drawn with seed {}", seed);
        SandboxHome home = SandboxHome.open(data.resolve("sandbox"), Instant.now());
        int port = HubProcess.freePort();
        try (FirmSink firm = FirmSink.open(home);
                Traffic traffic = Traffic.start(home, URI.create("http://127.0.0.1:" + port))) {
            for (int kill = 1; kill <= KILLS; kill++) {
                try (HubProcess hub = HubProcess.start(data, port, PROPERTIES)) {
                    traffic.mayOpenMore();
                    if (kill % KILLS_AT_START != 0) {
                        hub.awaitReady();
                    }
                    killAfter(hub, random.nextInt(500, 3000));
                }
            }
            try (HubProcess hub = HubProcess.start(data, port, PROPERTIES)) {
                hub.awaitReady();
                traffic.finish();
                await("deliveries to the centre and the firm")
                        .atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> {
                            assertThat(traffic.fetched()).containsAll(traffic.toCentre());
                            assertThat(firm.taken()).containsAll(traffic.toFirm());
                        });
                traffic.stopFetching();
            }
            try (HubUnderTest hub = HubUnderTest.startIn(data, PROPERTIES)) {
                check(hub, traffic, firm);
            }
        }
    }

    private void killAfter(HubProcess hub, int millis) throws Exception {
        killer.schedule(
                        () -> {
                            hub.kill();
                            return true;
                        },
                        millis,
                        TimeUnit.MILLISECONDS)
                .get();
    }

    private static void check(HubUnderTest hub, Traffic traffic, FirmSink firm) throws Exception {
        LogCheck log = new LogCheck(hub);
        log.isWhole();
        List<Accepted> accepted = traffic.accepted();
        assertThat(accepted).hasSizeGreaterThan(2 * KILLS);
        LOG.info("{} receipts, {} leaves", accepted.size(), log.size());
        assertThat(accepted.stream().map(Accepted::entryId)).doesNotHaveDuplicates();
        assertThat(log.records("message", "")).as("nothing else was accepted").isEqualTo(accepted.size());
        Keyring keyring = Receipts.keyring(hub);
        SandboxHome home = hub.bean(SandboxHome.class);
        AgencyClient court = home.client(SandboxAgency.COURT, hub.uri(""), Clock.systemUTC());
        AgencyClient centre = home.client(SandboxAgency.CENTRE, hub.uri(""), Clock.systemUTC());
        for (Accepted one : accepted) {
            log.finds(one.act().act().equals("submit") ? court : centre, one, keyring);
        }
        assertThat(firm.forgeries()).isEmpty();
        assertThat(firm.taken()).isEqualTo(traffic.toFirm());
        assertThat(traffic.fetched()).isEqualTo(traffic.toCentre());
        assertThat(traffic.fetchedAfterAcknowledgement()).isEmpty();
        assertDelivered(hub, traffic, centre);
        assertThat(log.records("delivery", "received"))
                .isEqualTo(traffic.toFirm().size());
        assertThat(log.records("delivery", "acknowledged"))
                .isEqualTo(traffic.toCentre().size());
        log.isWhole();
    }

    private static void assertDelivered(HubUnderTest hub, Traffic traffic, AgencyClient centre) throws Exception {
        Operator operator = new Operator(hub);
        await("the end of every push")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(operator.toFirm())
                        .allSatisfy(delivery -> assertThat(
                                        delivery.required("state").stringValue())
                                .isEqualTo("DELIVERED")));
        Set<String> pushed = operator.toFirm().stream()
                .map(delivery -> delivery.required("deliveryId").stringValue())
                .collect(Collectors.toSet());
        assertThat(pushed).isEqualTo(traffic.toFirm());
        assertThat(centre.inbox(Duration.ZERO))
                .as("waits for " + SandboxAgency.CENTRE.code())
                .isEmpty();
        assertThat(operator.alarms(true)).isEmpty();
    }
}
