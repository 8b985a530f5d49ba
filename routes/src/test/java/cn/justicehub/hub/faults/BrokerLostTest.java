package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The broker carries work, not state: a journal that is lost with all its orders loses no delivery. */
@Tag("long")
class BrokerLostTest {

    private static final int CASES = 12;
    private static final Map<String, String> PROPERTIES = Map.of("hub.delivery.lease", "8s");

    private Path data = Path.of("");

    @BeforeEach
    void makeData() throws Exception {
        data = HubProcess.newData();
    }

    @AfterEach
    void clean() throws Exception {
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void ordersLostWithTheJournalAreCarriedAgain() throws Exception {
        SandboxHome home = SandboxHome.open(data.resolve("sandbox"), Instant.now());
        int port = HubProcess.freePort();
        Cases cases = new Cases(home, URI.create("http://127.0.0.1:" + port));
        CountDownLatch gone = new CountDownLatch(1);
        try (FirmSink firm = FirmSink.open(home)) {
            firm.answers(arrival -> heldUntil(gone));
            try (HubProcess hub = HubProcess.start(data, port, PROPERTIES)) {
                hub.awaitReady();
                for (int i = 0; i < CASES; i++) {
                    cases.offered();
                }
                await().atMost(Duration.ofSeconds(30)).until(() -> firm.asked() > 0);
            }
            gone.countDown();
            FileSystemUtils.deleteRecursively(data.resolve("broker"));
            firm.answers(204);
            try (HubUnderTest hub = HubUnderTest.startIn(data, PROPERTIES)) {
                delivered(hub, firm, cases);
            }
        }
    }

    /** The hub is dead by the time this answers, so nobody hears it. */
    private static int heldUntil(CountDownLatch gone) {
        try {
            return gone.await(60, TimeUnit.SECONDS) ? 503 : 500;
        } catch (InterruptedException e) {
            return 503;
        }
    }

    private static void delivered(HubUnderTest hub, FirmSink firm, Cases cases) throws Exception {
        Set<String> offers = cases.accepted().stream()
                .filter(one -> one.act().act().equals("offer"))
                .map(one -> one.entryId() + "-firm-220106-01")
                .collect(Collectors.toSet());
        Operator operator = new Operator(hub);
        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat(operator.toFirm())
                        .hasSize(CASES)
                        .allSatisfy(one ->
                                assertThat(one.required("state").stringValue()).isEqualTo("DELIVERED")));
        assertThat(firm.taken()).isEqualTo(offers);
        assertThat(operator.toFirm())
                .as("orders that were lost")
                .anySatisfy(one -> assertThat(one.required("attempt").asInt()).isGreaterThan(1));
        Receipts.verify(hub, cases.accepted());
        new LogCheck(hub).isWhole();
    }
}
