package cn.justicehub.hub.edges;

import cn.justicehub.client.ClientCredentials;
import cn.justicehub.client.HubClient;
import cn.justicehub.client.api.DefenceNoticeApi;
import cn.justicehub.connectors.sandbox.Credentials;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SigningIdentity;
import cn.justicehub.hub.testing.HubUnderTest;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An agency that uses the generated client. */
final class TypedDesk {

    private final SandboxAgency agency;
    private final SigningIdentity signer;
    private final HubClient client;

    TypedDesk(HubUnderTest hub, SandboxAgency agency) {
        SandboxHome home = hub.bean(SandboxHome.class);
        Credentials credentials = home.credentials(agency);
        HttpClient http = HttpClient.newHttpClient();
        this.agency = agency;
        this.signer = home.identity(agency);
        this.client = new HubClient(
                hub.uri("/"),
                http,
                new ClientCredentials(hub.uri("/"), http, credentials.clientId(), credentials.secret()),
                Duration.ofSeconds(60));
    }

    HubClient client() {
        return client;
    }

    DefenceNoticeApi acts() {
        return new DefenceNoticeApi(client);
    }

    /**
     * The bytes of an act's body with its signature.
     *
     * @param exchange null when the act opens one
     * @param body the model, without signature
     * @param signature puts the signature into the model
     */
    byte[] signed(@Nullable String exchange, String act, Object body, Consumer<String> signature) {
        ObjectNode content =
                Desk.JSON.createObjectNode().put("type", Steps.TYPE).put("act", act);
        if (exchange != null) {
            content.put("exchangeId", exchange);
        }
        content.put("sender", agency.code()).put("schemaVersion", 1);
        content.set("body", Desk.JSON.readTree(client.write(body)));
        signature.accept(Base64.getEncoder().encodeToString(signer.sign(Desk.canonical(content))));
        return client.write(body);
    }
}
