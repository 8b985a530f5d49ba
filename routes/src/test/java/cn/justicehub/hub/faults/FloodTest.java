package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import cn.justicehub.connectors.sandbox.SimulatedNotifier;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.HubUnderTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One agency sends more than it may have in work; it alone is told to come back, and every other is served. */
@Tag("long")
class FloodTest {

    private static final Logger LOG = LoggerFactory.getLogger(FloodTest.class);
    private static final int AT_ONCE = 500; // more than an agency's limits.queue
    private static final int MESSAGES = 3_000;
    private static final int CALM = 200;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final ConcurrentMap<Integer, AtomicInteger> flooded = new ConcurrentHashMap<>();

    @Test
    void whoFloodsIsRefusedAndNobodyElse() throws Exception {
        try (HubUnderTest hub = HubUnderTest.start(Map.of("logging.level.root", "warn"))) {
            SandboxHome home = hub.bean(SandboxHome.class);
            AgencyClient police = Cases.client(home, SandboxAgency.POLICE, hub.uri(""));
            AgencyClient court = Cases.client(home, SandboxAgency.COURT, hub.uri(""));
            List<byte[]> bodies = new ArrayList<>();
            for (int i = 0; i < MESSAGES; i++) {
                bodies.add(court.body(Cases.newNotice()));
            }
            List<Accepted> accepted = new ArrayList<>();
            List<Long> calm = new ArrayList<>();
            List<Long> flooding = new ArrayList<>();
            int serial = 1;
            for (; serial <= CALM; serial++) {
                accepted.add(timed(police, serial, calm));
            }
            CompletableFuture<Void> flood =
                    CompletableFuture.runAsync(() -> flood(hub, bodies), run -> new Thread(run).start());

            for (; !flood.isDone() || flooding.size() < 10; serial++) {
                accepted.add(timed(police, serial, flooding)); // any refusal ends the test
            }
            flood.join();

            LOG.warn(
                    "flood: {}; others meanwhile: {} accepted, median {} ms, p99 {} ms; before: median {} ms, p99 {} ms",
                    flooded,
                    flooding.size(),
                    percentile(flooding, 50),
                    percentile(flooding, 99),
                    percentile(calm, 50),
                    percentile(calm, 99));
            assertThat(flooded.keySet()).containsOnly(201, 503);
            Receipts.verify(hub, accepted);
            LogCheck log = new LogCheck(hub);
            assertThat(log.records("message", ""))
                    .isEqualTo(accepted.size()
                            + flooded.getOrDefault(201, new AtomicInteger()).get());
            log.isWhole();
        }
    }

    private static Accepted timed(AgencyClient police, int serial, List<Long> millis) throws Exception {
        Act notice = SimulatedNotifier.POLICE.notice(serial, SimulatedCourt.Defendant.YI, DAY, null);
        long before = System.nanoTime();
        Accepted accepted = police.post(notice);
        millis.add((System.nanoTime() - before) / 1_000_000);
        return accepted;
    }

    /** Told, never judged: timings of one machine are no reason to fail another. */
    private static long percentile(List<Long> millis, int percent) {
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private void flood(HubUnderTest hub, List<byte[]> bodies) {
        String token = hub.token(SandboxAgency.COURT.code(), Caller.READ, Caller.WRITE);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Semaphore room = new Semaphore(AT_ONCE);
        for (byte[] body : bodies) {
            room.acquireUninterruptibly();
            HttpRequest request = HttpRequest.newBuilder(hub.uri("/v1/exchanges/defence-notice"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((response, failure) -> {
                int status = response == null ? 0 : response.statusCode();
                flooded.computeIfAbsent(status, s -> new AtomicInteger()).incrementAndGet();
                room.release();
            });
        }
        room.acquireUninterruptibly(AT_ONCE);
    }
}
