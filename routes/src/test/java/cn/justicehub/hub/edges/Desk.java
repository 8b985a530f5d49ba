package cn.justicehub.hub.edges;

import static cn.justicehub.hub.testing.Requests.bearer;
import static cn.justicehub.hub.testing.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.Credentials;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SigningIdentity;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One agency's desk: makes bodies, spoils them, signs them anyway, and sends what no sound client would send. */
final class Desk {

    static final JsonMapper JSON = JsonMapper.shared();

    private final HubUnderTest hub;
    private final SandboxHome home;
    private final SandboxAgency agency;
    private final String token;

    private Desk(HubUnderTest hub, SandboxAgency agency) {
        this.hub = hub;
        this.home = hub.bean(SandboxHome.class);
        this.agency = agency;
        this.token = token(hub, home.credentials(agency));
    }

    static Desk of(HubUnderTest hub, SandboxAgency agency) {
        return new Desk(hub, agency);
    }

    private static String token(HubUnderTest hub, Credentials credentials) {
        return json(hub.requests().token(credentials.clientId(), credentials.secret(), ""))
                .get("access_token")
                .asString();
    }

    HubUnderTest hub() {
        return hub;
    }

    String token() {
        return token;
    }

    SandboxAgency agency() {
        return agency;
    }

    SigningIdentity identity() {
        return home.identity(agency);
    }

    /** The body of an act, without its signature, to be spoilt. */
    ObjectNode body(Act act) {
        byte[] good = home.client(agency, hub.uri(""), Clock.systemUTC()).body(act);
        ObjectNode body = (ObjectNode) JSON.readTree(good);
        body.remove("signature");
        return body;
    }

    /** The body with a good signature of this agency over this act. */
    byte[] signed(Act act, ObjectNode body) {
        return signed(act, body, identity());
    }

    /** The body with a signature by this key, as if this agency did this act. */
    byte[] signed(Act act, ObjectNode body, SigningIdentity signer) {
        ObjectNode content = JSON.createObjectNode().put("type", act.type()).put("act", act.act());
        if (act.exchangeId() != null) {
            content.put("exchangeId", act.exchangeId());
        }
        content.put("sender", agency.code()).put("schemaVersion", act.schemaVersion());
        content.set("body", body);
        String signature = Base64.getEncoder().encodeToString(signer.sign(canonical(content)));
        return bytes(body.deepCopy().put("signature", signature));
    }

    static byte[] bytes(JsonNode body) {
        return JSON.writeValueAsBytes(body);
    }

    static byte[] canonical(JsonNode content) {
        try {
            return Jcs.encode(Json.parse(bytes(content)));
        } catch (cn.justicehub.ledger.json.JsonFault e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String path(Act act) {
        String path = "/v1/exchanges/" + act.type();
        return act.exchangeId() == null ? path : path + "/" + act.exchangeId() + "/" + act.act();
    }

    HttpResponse<String> post(Act act, byte[] body) {
        return post(path(act), body);
    }

    HttpResponse<String> post(String path, byte[] body) {
        return post(path, body, token);
    }

    HttpResponse<String> post(String path, byte[] body, String otherToken) {
        return hub.requests()
                .send(bearer(otherToken)
                        .apply(HttpRequest.newBuilder(hub.uri(path))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(body)))
                        .build());
    }

    HttpResponse<String> get(String path) {
        return hub.requests().get(path, bearer(token));
    }

    /** Does an act that the hub takes. */
    Accepted does(Act act) {
        return does(act, signed(act, body(act)));
    }

    Accepted does(Act act, byte[] body) {
        HttpResponse<String> answer = post(act, body);
        assertThat(answer.statusCode()).as(act.act() + " " + answer.body()).isIn(200, 201);
        JsonNode receipt = json(answer);
        return new Accepted(
                act,
                receipt.get("entryId").asString(),
                receipt.get("exchangeId").asString(),
                answer.statusCode() == 200,
                body,
                answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
