package cn.justicehub.hub.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.read.MessageItems;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.store.Notifications;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.testing.FakeRecords;
import cn.justicehub.hub.testing.Routes;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Long poll without a database: the bell, the seats, the end. */
class InboxRouteTest extends CamelTestSupport {

    private static final String CENTRE = FakeRecords.CENTRE;
    private static final Duration LONG = Duration.ofSeconds(50);

    private final List<DeliveryState> waiting = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger looks = new AtomicInteger();
    private final Doorbells bells = new Doorbells(new Notifications(new PGSimpleDataSource()));

    private final LongPoll poll = new LongPoll(this::available, bells, new InboxSettings(4, LONG));

    private List<DeliveryState> available(String agency, long after, int limit) {
        looks.incrementAndGet();
        return waiting.stream()
                .filter(d -> d.receiver().equals(agency) && d.entry() > after)
                .limit(limit)
                .toList();
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        bells.start();
        MessageItems items = new MessageItems(new FakeRecords().messages(), new FakeCatalogue()) {
            @Override
            public List<JsonObject> items(List<DeliveryState> deliveries) {
                return deliveries.stream()
                        .map(d -> JsonObject.builder()
                                .put("deliveryId", d.deliveryId())
                                .build())
                        .toList();
            }
        };
        BusinessClock clock = () -> Instant.EPOCH;
        return new InboxRoute(poll, new InboxPages(items, new FakeCatalogue(), clock));
    }

    private static DeliveryState delivery(long entry) {
        return new DeliveryState(
                "1-" + entry + "-" + CENTRE,
                entry,
                new UUID(0, 1),
                CENTRE,
                DeliveryState.Mode.PULL,
                DeliveryState.State.AVAILABLE,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                0L,
                null,
                0);
    }

    private String ask(Duration patience) {
        return ask(CENTRE, patience);
    }

    private String ask(String agency, Duration patience) {
        InboxQuestion question = new InboxQuestion(Routes.caller(agency, Caller.READ), Cursor.START, 50, patience);
        return new String(
                Routes.ask(template, InboxQuestion.ROUTE, question, InboxAnswer.class)
                        .page(),
                StandardCharsets.UTF_8);
    }

    private CompletableFuture<String> askLong() {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> ask(LONG));
        await().until(() -> looks.get() > 0);
        return answer;
    }

    @Test
    void what_is_there_is_answered_at_once_with_where_to_read_on() {
        waiting.add(delivery(7));

        assertThat(ask(LONG))
                .isEqualTo("{\"items\":[{\"deliveryId\":\"1-7-" + CENTRE + "\"}],\"nextCursor\":\""
                        + Cursor.after(7).text() + "\"}");
    }

    @Test
    void without_patience_an_empty_inbox_is_answered_at_once() {
        assertThat(ask(Duration.ZERO)).isEqualTo("{\"items\":[]}");
        assertThat(looks).hasValue(1);
    }

    @Test
    void a_ring_wakes_who_waits() {
        CompletableFuture<String> answer = askLong();

        waiting.add(delivery(8));
        bells.ring(CENTRE);

        assertThat(answer.join()).contains("1-8-" + CENTRE);
        assertThat(looks).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void who_finds_no_seat_is_answered_at_once() {
        List<CompletableFuture<String>> seated = List.of(seatOf("a"), seatOf("b"), seatOf("c"), seatOf("d"));

        assertThat(ask("e", LONG)).isEqualTo("{\"items\":[]}");
        assertThat(seated).noneMatch(CompletableFuture::isDone);

        bells.stop();
        assertThat(seated).allMatch(one -> one.join().equals("{\"items\":[]}"));
    }

    @Test
    void one_agency_takes_a_quarter_of_the_seats_and_is_told_to_come_back() {
        CompletableFuture<String> seated = seatOf("a");

        assertThatThrownBy(() -> ask("a", LONG)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(429);
            assertThat(refusal.retryAfter()).isPositive();
        });
        assertThat(ask("a", Duration.ZERO)).isEqualTo("{\"items\":[]}");
        CompletableFuture<String> other = seatOf("b");

        bells.ring("a");
        bells.stop();
        assertThat(List.of(seated.join(), other.join())).containsOnly("{\"items\":[]}");
        assertThat(ask("a", LONG)).as("its seat is free again").isEqualTo("{\"items\":[]}");
    }

    /** A request that waits. */
    private CompletableFuture<String> seatOf(String agency) {
        int free = poll.freeSeats();
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> ask(agency, LONG), threads);
        await().until(() -> poll.freeSeats() == free - 1);
        return answer;
    }

    @Test
    void nobody_waits_while_the_hub_stops() {
        CompletableFuture<String> answer = askLong();

        bells.stop();

        assertThat(answer.join()).isEqualTo("{\"items\":[]}");
        assertThat(ask(LONG)).isEqualTo("{\"items\":[]}");
    }

    @Test
    void impatience_ends_the_wait() {
        assertThat(ask(Duration.ofMillis(20))).isEqualTo("{\"items\":[]}");
        assertThat(looks).hasValueGreaterThan(1);
    }
}
