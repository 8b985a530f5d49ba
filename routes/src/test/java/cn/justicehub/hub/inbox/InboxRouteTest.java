package cn.justicehub.hub.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.hub.commit.DeliveryState;
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
    private final AtomicInteger looks = new AtomicInteger();
    private final Doorbells bells = new Doorbells(new Notifications(new PGSimpleDataSource()));

    @Override
    protected RoutesBuilder createRouteBuilder() {
        bells.start();
        Inbox inbox = (agency, after, limit) -> {
            looks.incrementAndGet();
            return waiting.stream()
                    .filter(d -> d.receiver().equals(agency) && d.entry() > after)
                    .toList();
        };
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
        return new InboxRoute(
                new LongPoll(inbox, bells, new InboxSettings(1, LONG)),
                new InboxPages(items, new FakeCatalogue(), clock));
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
        InboxQuestion question = new InboxQuestion(Routes.caller(CENTRE, Caller.READ), Cursor.START, 50, patience);
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
        CompletableFuture<String> seated = askLong();
        await().until(() -> ask(Duration.ofMillis(1)).equals("{\"items\":[]}"));

        assertThat(ask(LONG)).isEqualTo("{\"items\":[]}");
        assertThat(seated).isNotDone();

        bells.stop();
        assertThat(seated.join()).isEqualTo("{\"items\":[]}");
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
