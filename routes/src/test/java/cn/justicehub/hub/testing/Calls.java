package cn.justicehub.hub.testing;

import cn.justicehub.connectors.sandbox.Credentials;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain requests of one agency to a hub under test: what comes back comes back, whatever its status. */
public final class Calls {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HubUnderTest hub;
    private final String token;

    private Calls(HubUnderTest hub, String token) {
        this.hub = hub;
        this.token = token;
    }

    /** Calls with a fresh token of the agency. */
    public static Calls of(HubUnderTest hub, SandboxAgency agency) throws IOException, InterruptedException {
        Credentials credentials = hub.bean(SandboxHome.class).credentials(agency);
        String basic = credentials.clientId() + ":" + credentials.secret();
        HttpResponse<byte[]> response = HTTP.send(
                HttpRequest.newBuilder(hub.uri("/oauth2/token"))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return new Calls(hub, json(response).required("access_token").stringValue());
    }

    public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    public HttpResponse<byte[]> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(hub.uri(path)).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public static JsonNode json(HttpResponse<byte[]> response) {
        return JSON.readTree(response.body());
    }

    /** The body without what is different in every response. */
    public static String withoutRequestId(HttpResponse<byte[]> response) {
        String id = json(response).path("requestId").stringValue();
        return new String(response.body(), StandardCharsets.UTF_8).replace(id, "");
    }
}
