package cn.justicehub.hub.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.testing.Calls;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.Notices;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetching and acknowledging over HTTP, on the real database. */
class InboxApiTest {

    private final HubUnderTest hub = HubUnderTest.shared();

    /** Everything in the centre's inbox, by pages of three. */
    private List<JsonNode> inbox(Calls centre) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        JsonNode page;
        do {
            page = Calls.json(centre.get("/v1/inbox?limit=3" + cursor));
            items.addAll(page.path("items").values());
            cursor = "&cursor=" + page.path("nextCursor").asString("");
        } while (!page.path("items").isEmpty());
        return items;
    }

    private static String deliveryOf(Accepted notice) {
        return notice.entryId() + "-" + SandboxAgency.CENTRE.code();
    }

    @Test
    void a_receiver_finds_what_was_sent_until_it_acknowledges_it() throws Exception {
        Accepted notice = Notices.sent(hub);
        Calls centre = Calls.of(hub, SandboxAgency.CENTRE);

        JsonNode item = inbox(centre).stream()
                .filter(i -> i.path("deliveryId").stringValue().equals(deliveryOf(notice)))
                .findFirst()
                .orElseThrow();
        assertThat(item.path("message")).isEqualTo(new JsonMapper().readTree(notice.body()));
        assertThat(item.path("exchangeId").stringValue()).isEqualTo(notice.exchangeId());
        assertThat(item.has("alarm")).isFalse();

        String ack = "/v1/inbox/" + deliveryOf(notice) + "/ack";
        assertThat(centre.post(ack, "").statusCode()).isEqualTo(204);
        assertThat(centre.post(ack, "").statusCode()).isEqualTo(204);

        assertThat(inbox(centre))
                .extracting(i -> i.path("deliveryId").stringValue())
                .doesNotContain(deliveryOf(notice));
        assertThat(hub.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from message where exchange_id = ?::uuid and act = 'acknowledged'",
                                Integer.class,
                                notice.exchangeId()))
                .isEqualTo(1);
    }

    @Test
    void acknowledging_at_the_same_time_records_it_once() throws Exception {
        Accepted notice = Notices.sent(hub);
        Calls centre = Calls.of(hub, SandboxAgency.CENTRE);
        List<CompletableFuture<Integer>> acks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            acks.add(CompletableFuture.supplyAsync(() -> status(centre, "/v1/inbox/" + deliveryOf(notice) + "/ack")));
        }

        assertThat(acks).extracting(CompletableFuture::join).containsOnly(204);
    }

    private static int status(Calls calls, String path) {
        try {
            return calls.post(path, "").statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_another_agencys_to_acknowledge_looks_as_if_it_were_not_there() throws Exception {
        Accepted notice = Notices.sent(hub);
        Calls court = Calls.of(hub, SandboxAgency.COURT);

        HttpResponse<byte[]> hidden = court.post("/v1/inbox/" + deliveryOf(notice) + "/ack", "");
        HttpResponse<byte[]> absent = court.post("/v1/inbox/1-999999999-court-220106/ack", "");

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(Calls.withoutRequestId(hidden)).isEqualTo(Calls.withoutRequestId(absent));
    }

    @Test
    void an_empty_inbox_is_answered_when_something_comes() throws Exception {
        Calls centre = Calls.of(hub, SandboxAgency.CENTRE);
        Accepted before = Notices.sent(hub);
        String last = cursorAfterAll(centre);
        long started = System.nanoTime();
        CompletableFuture<JsonNode> waiting = CompletableFuture.supplyAsync(() -> page(centre, last));

        Accepted notice = Notices.sent(hub);

        assertThat(waiting.join().path("items").values())
                .extracting(item -> item.path("deliveryId").stringValue())
                .contains(deliveryOf(notice))
                .doesNotContain(deliveryOf(before));
        assertThat(System.nanoTime() - started).isLessThan(20_000_000_000L);
    }

    private static JsonNode page(Calls centre, String cursor) {
        try {
            return Calls.json(centre.get("/v1/inbox?wait=30&cursor=" + cursor));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cursorAfterAll(Calls centre) throws Exception {
        String cursor = "";
        while (true) {
            String query = cursor.isEmpty() ? "" : "&cursor=" + cursor;
            JsonNode page = Calls.json(centre.get("/v1/inbox?limit=200" + query));
            if (page.path("items").isEmpty()) {
                return cursor;
            }
            cursor = page.path("nextCursor").stringValue();
        }
    }

    @Test
    void a_cursor_that_the_hub_did_not_give_is_refused() throws Exception {
        assertThat(Calls.of(hub, SandboxAgency.CENTRE)
                        .get("/v1/inbox?cursor=1-2")
                        .statusCode())
                .isEqualTo(400);
    }
}
