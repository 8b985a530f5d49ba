package cn.justicehub.hub.edges;

import static cn.justicehub.hub.testing.Requests.bearer;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.testing.HubUnderTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Requests that are refused and carry markers in every place a careless sender could put them. */
final class BadRequests {

    private static final String ACTS = "/v1/exchanges/" + Steps.TYPE;

    private final HubUnderTest hub;
    private final String exchange;
    private final List<HttpResponse<String>> answers;
    private final Desk court;
    private final Desk bureau;

    /** @param answers where all answers go */
    BadRequests(HubUnderTest hub, String exchange, List<HttpResponse<String>> answers) {
        this.hub = hub;
        this.exchange = exchange;
        this.answers = answers;
        this.court = Desk.of(hub, SandboxAgency.COURT);
        this.bureau = Desk.of(hub, SandboxAgency.BUREAU);
    }

    void send() {
        members();
        bodies();
        places();
        credentials();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isBetween(400, 499));
    }

    private void members() {
        spoilt(body -> body.put("messageId", Marker.WORD));
        spoilt(body -> body.put("sentAt", Marker.WORD));
        spoilt(body -> body.put("schemaVersion", Marker.WORD));
        spoilt(body -> body.put("sequenceNo", Marker.PHONE));
        spoilt(body -> body.putObject("actor").put("id", "测试" + Marker.WORD).put("role", Marker.WORD));
        spoilt(body -> body.put("signature", Marker.WORD));
        spoilt(body -> body.put("payload", Marker.WORD));
        spoilt(body -> body.putArray("attachments").addObject().put("name", Marker.WORD));
        spoilt(body -> body.put("姓名" + Marker.WORD, Marker.WORD));
        spoilt(body -> body.withObjectProperty("payload").put("姓名" + Marker.WORD, Marker.WORD));
        for (String field : List.of("stage", "caseNo", "ground", "discoveredAt", "role", "hearing", "party")) {
            spoilt(body -> body.withObjectProperty("payload").put(field, Marker.WORD));
        }
        for (String field : List.of("idNo", "idType", "role", "birthDate", "custody", "minor", "phone", "guardian")) {
            spoilt(body -> body.withObjectProperty("payload")
                    .withObjectProperty("party")
                    .put(field, Marker.ID_NO + Marker.WORD));
        }
        // good but for its signature, and good but out of its time
        ObjectNode forged = court.body(MarkerTest.notice()).put("signature", "bm90IGEgQ01T");
        answers.add(court.post(ACTS, Desk.bytes(forged)));
        Act late = new Steps(Marker.WORD).register(exchange);
        answers.add(court.post(late, court.signed(late, court.body(late))));
    }

    private void bodies() {
        String good = new String(Desk.bytes(court.body(MarkerTest.notice())), UTF_8);
        for (String path : List.of(ACTS, "/v1/searches", "/v1/validations/" + Steps.TYPE + "/submit")) {
            answers.add(court.post(path, (good + Marker.WORD).getBytes(UTF_8)));
            answers.add(court.post(path, ("{\"a\":\"" + Marker.WORD + "\",\"a\":1}").getBytes(UTF_8)));
            answers.add(court.post(path, ("{\"" + Marker.WORD + "\":\"\u00ff\"}").getBytes(ISO_8859_1)));
            answers.add(court.post(path, (Marker.WORD.repeat(200_000)).getBytes(UTF_8)));
            answers.add(hub.requests()
                    .send(bearer(court.token())
                            .apply(HttpRequest.newBuilder(hub.uri(path))
                                    .header("Content-Type", "text/plain; a=" + Marker.WORD)
                                    .POST(BodyPublishers.ofString(good)))
                            .build()));
        }
        answers.add(search(body -> body.put("type", Marker.WORD)));
        answers.add(search(body -> body.putObject("keys").put("/姓名" + Marker.WORD, Marker.ID_NO)));
        answers.add(search(body -> body.put("state", Marker.WORD + "!")));
        answers.add(search(body -> body.put("cursor", Marker.WORD)));
        answers.add(search(body -> body.put("dueBefore", Marker.WORD)));
    }

    private void places() {
        String word = Marker.WORD;
        String lower = word.toLowerCase(Locale.ROOT);
        byte[] body = Desk.bytes(court.body(MarkerTest.notice()));
        answers.add(court.post("/v1/exchanges/" + lower, body));
        answers.add(court.post("/v1/exchanges/" + lower + "/" + exchange + "/" + lower, body));
        answers.add(court.post(ACTS + "/" + exchange + "/" + lower, body));
        answers.add(court.post("/v1/validations/" + lower + "/" + lower, body));
        for (String path : List.of(
                "/v1/exchanges/" + word + "/" + word,
                ACTS + "/" + word,
                "/v1/exchange-types/" + lower,
                "/v1/inbox?cursor=" + word,
                "/v1/inbox?wait=" + word,
                "/v1/messages/" + word + "/receipt",
                "/v1/" + word,
                "/log/" + word)) {
            answers.add(court.get(path));
        }
        answers.add(court.post("/v1/inbox/" + word + "/ack", new byte[0]));
        answers.add(bureau.get("/v1/deliveries?agency=" + word));
        answers.add(bureau.get("/v1/deliveries?state=" + word));
        answers.add(bureau.post(
                "/v1/deliveries/" + word + "/retry",
                Desk.bytes(Desk.JSON.createObjectNode().put("messageId", word).put("reason", word))));
    }

    private void credentials() {
        answers.add(hub.requests().get(ACTS + "/" + exchange, bearer(Marker.WORD)));
        answers.add(hub.requests().token(Marker.WORD, Marker.WORD, ""));
        answers.add(hub.requests().token(SandboxAgency.COURT.code(), Marker.WORD, "&scope=" + Marker.WORD));
    }

    private void spoilt(Consumer<ObjectNode> spoil) {
        Act act = MarkerTest.notice();
        ObjectNode body = court.body(act);
        spoil.accept(body);
        answers.add(court.post(ACTS, body.has("signature") ? Desk.bytes(body) : court.signed(act, body)));
    }

    private HttpResponse<String> search(Consumer<ObjectNode> spoil) {
        ObjectNode body = Desk.JSON.createObjectNode().put("type", Steps.TYPE);
        spoil.accept(body);
        return court.post("/v1/searches", Desk.bytes(body));
    }
}
