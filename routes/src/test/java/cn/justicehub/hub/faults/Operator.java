package cn.justicehub.hub.faults;

import static cn.justicehub.hub.testing.Requests.bearer;
import static cn.justicehub.hub.testing.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.testing.HubUnderTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The bureau's operator: looks at deliveries and alarms, retries and gives up. */
final class Operator {

    private final HubUnderTest hub;
    private final String token;

    Operator(HubUnderTest hub) {
        this.hub = hub;
        this.token = hub.token(SandboxAgency.BUREAU.code(), "hub:admin");
    }

    /** An operator's act with its receipt. */
    record Done(byte[] body, byte[] receipt) {}

    /** All deliveries to the firm, in commit order. */
    List<JsonNode> toFirm() {
        return items("/v1/deliveries?agency=" + SandboxAgency.FIRM.code());
    }

    /** The firm's deliveries of one exchange, in commit order. */
    List<JsonNode> lane(String exchange) {
        return toFirm().stream()
                .filter(delivery ->
                        delivery.required("exchangeId").stringValue().equals(exchange))
                .toList();
    }

    /** The states of one lane, in commit order. */
    List<String> states(String exchange) {
        return lane(exchange).stream()
                .map(delivery -> delivery.required("state").stringValue())
                .toList();
    }

    /** Every alarm there ever was, or those that stand. */
    List<JsonNode> alarms(boolean openOnly) {
        return items("/v1/alarms?limit=200" + (openOnly ? "&open=true" : ""));
    }

    Done retry(String deliveryId) {
        return decide(deliveryId, "retry");
    }

    Done giveUp(String deliveryId) {
        return decide(deliveryId, "give-up");
    }

    private Done decide(String deliveryId, String decision) {
        String body = "{\"messageId\":\"" + UUID.randomUUID()
                + "\",\"actor\":{\"id\":\"bureau-clerk-01\",\"role\":\"operator\"},\"reason\":\"已联系律所\"}";
        HttpResponse<String> answer =
                hub.requests().post("/v1/deliveries/" + deliveryId + "/" + decision, body, bearer(token));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Done(body.getBytes(StandardCharsets.UTF_8), answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private List<JsonNode> items(String path) {
        List<JsonNode> all = new ArrayList<>();
        String next = path;
        while (next != null) {
            HttpResponse<String> answer = hub.requests().get(next, bearer(token));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            json(answer).required("items").forEach(all::add);
            JsonNode cursor = json(answer).path("nextCursor");
            next = cursor.isString() ? path + "&cursor=" + cursor.stringValue() : null;
        }
        return all;
    }
}
