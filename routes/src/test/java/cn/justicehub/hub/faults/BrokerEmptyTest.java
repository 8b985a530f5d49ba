package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.broker.ExternalBroker;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** A broker beside the hub loses its journal with orders in it, and comes back empty while the hub goes on. */
@Tag("long")
class BrokerEmptyTest {

    private static final int CASES = 12; // more than are carried at the same time
    private static final Duration SOON = Duration.ofSeconds(120);

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
    void whatItLostIsCarriedAgainOnceByIdAndInOrder() throws Exception {
        int port = HubProcess.freePort();
        ExternalBroker broker = ExternalBroker.start(folder.resolve("broker"), port);
        Map<String, String> settings = new HashMap<>(broker.settings());
        settings.put("hub.delivery.lease", "5s");
        CountDownLatch emptied = new CountDownLatch(1);
        try (HubUnderTest hub = HubUnderTest.start(settings)) {
            SandboxHome home = hub.bean(SandboxHome.class);
            JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
            Cases cases = new Cases(home, hub.uri(""));
            try (FirmSink firm = FirmSink.open(home)) {
                firm.answers(arrival -> answered(emptied));
                List<String> exchanges = new ArrayList<>();
                for (int i = 0; i < CASES; i++) {
                    exchanges.add(cases.offered());
                }
                await().atMost(SOON).until(() -> count(jdbc, "state = 'LEASED'") == CASES && firm.asked() > 0);
                long untouched = count(jdbc, "state = 'LEASED' and sent = 0");
                assertThat(untouched).as("orders that wait in the broker").isPositive();
                for (String exchange : exchanges) {
                    cases.withdraw(exchange);
                }

                broker.close();
                FileSystemUtils.deleteRecursively(folder.resolve("broker"));
                broker = ExternalBroker.start(folder.resolve("broker"), port);
                emptied.countDown();

                await().atMost(SOON).until(() -> count(jdbc, "state = 'DELIVERED'") == 2 * CASES);
                assertThat(count(jdbc, "attempt > 1")).as("leased again").isGreaterThanOrEqualTo(untouched);
                assertThat(firm.taken()).as("every id").hasSize(2 * CASES);
                for (String exchange : exchanges) {
                    assertThat(firm.lane(exchange)).containsExactly("offer", "withdraw");
                }
                Receipts.verify(hub, cases.accepted());
                new LogCheck(hub).isWhole();
            }
        } finally {
            emptied.countDown();
            broker.close();
        }
    }

    private static int answered(CountDownLatch emptied) {
        try {
            return emptied.await(60, TimeUnit.SECONDS) ? 204 : 500;
        } catch (InterruptedException e) {
            return 503;
        }
    }

    private static long count(JdbcTemplate jdbc, String where) {
        Long count = jdbc.queryForObject("select count(*) from delivery where mode = 'PUSH' and " + where, Long.class);
        return count == null ? 0 : count;
    }
}
