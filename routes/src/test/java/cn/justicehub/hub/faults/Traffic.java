package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Agencies that send and fetch whatever becomes of the hub. A message that nobody answered is sent again, the same bytes,
 * until somebody does; what the hub refuses for good ends the traffic with that refusal.
 */
final class Traffic implements AutoCloseable {

    private static final int SENDERS = 2;
    /** Cases that may be opened between two kills: enough to be always busy, few enough to be checked one by one. */
    private static final int CASES = 8;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Cases cases;
    private final Semaphore mayOpen = new Semaphore(0);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> senders = new ArrayList<>();
    private final Set<String> fetched = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> fetchedAfterAcknowledgement = ConcurrentHashMap.newKeySet();
    private @Nullable Future<?> fetcher;
    private volatile boolean finishing;
    private volatile boolean fetching = true;

    private Traffic(SandboxHome home, URI hub) {
        cases = new Cases(home, hub, Traffic::untilAnswered);
    }

    static Traffic start(SandboxHome home, URI hub) {
        Traffic traffic = new Traffic(home, hub);
        for (int i = 0; i < SENDERS; i++) {
            traffic.senders.add(traffic.threads.submit(traffic::send));
        }
        traffic.fetcher = traffic.threads.submit(traffic::fetch);
        return traffic;
    }

    private Void send() throws Exception {
        while (!finishing) {
            if (mayOpen.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                cases.offered();
            }
        }
        return null;
    }

    /** Sends the same bytes until somebody answers. */
    static Accepted untilAnswered(AgencyClient client, Act act, byte[] body) throws Exception {
        while (true) {
            try {
                return client.post(act, body);
            } catch (IOException nobodyKnows) {
                pause();
            } catch (HubRefused refused) {
                if (refused.status() < 500 && refused.status() != 429) {
                    throw refused;
                }
                pause();
            }
        }
    }

    private Void fetch() throws Exception {
        while (fetching) {
            try {
                for (Inbound message : cases.centre().inbox(Duration.ofSeconds(1))) {
                    take(message.deliveryId());
                }
            } catch (IOException nobodyKnows) {
                pause();
            } catch (HubRefused refused) {
                if (refused.status() < 500 && refused.status() != 429) {
                    throw refused;
                }
                pause();
            }
        }
        return null;
    }

    private void take(String deliveryId) throws Exception {
        fetched.add(deliveryId);
        if (acknowledged.contains(deliveryId)) {
            fetchedAfterAcknowledgement.add(deliveryId);
        }
        acknowledge(deliveryId);
        acknowledged.add(deliveryId);
    }

    /** Until somebody answers: what was recorded when the hub died is in the inbox no more, and nobody else would ask. */
    private void acknowledge(String deliveryId) throws Exception {
        while (true) {
            try {
                cases.centre().ack(deliveryId);
                return;
            } catch (IOException nobodyKnows) {
                pause();
            } catch (HubRefused refused) {
                if (refused.status() < 500 && refused.status() != 429) {
                    throw refused;
                }
                pause();
            }
        }
    }

    private static void pause() throws InterruptedException {
        LockSupport.parkNanos(PAUSE_NANOS);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    void mayOpenMore() {
        mayOpen.drainPermits();
        mayOpen.release(CASES);
    }

    /** Waits until each case that was begun has all its receipts. */
    void finish() throws Exception {
        finishing = true;
        for (Future<?> sender : senders) {
            sender.get(60, TimeUnit.SECONDS);
        }
    }

    void stopFetching() throws Exception {
        Future<?> fetches = Objects.requireNonNull(fetcher);
        await().atMost(Duration.ofSeconds(30)).until(() -> fetches.isDone() || acknowledged.containsAll(fetched));
        fetching = false;
        fetches.get(30, TimeUnit.SECONDS);
        assertThat(acknowledged).containsAll(fetched);
    }

    List<Accepted> accepted() {
        return cases.accepted();
    }

    /** Ids of the deliveries that the centre has to get. */
    Set<String> toCentre() {
        return ids("submit", SandboxAgency.CENTRE);
    }

    /** Ids of the deliveries that the firm has to get. */
    Set<String> toFirm() {
        return ids("offer", SandboxAgency.FIRM);
    }

    private Set<String> ids(String act, SandboxAgency receiver) {
        return accepted().stream()
                .filter(one -> one.act().act().equals(act))
                .map(one -> one.entryId() + "-" + receiver.code())
                .collect(Collectors.toSet());
    }

    Set<String> fetched() {
        return Set.copyOf(fetched);
    }

    Set<String> fetchedAfterAcknowledgement() {
        return Set.copyOf(fetchedAfterAcknowledgement);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
