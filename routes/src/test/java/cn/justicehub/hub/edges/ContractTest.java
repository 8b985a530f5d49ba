package cn.justicehub.hub.edges;

import static cn.justicehub.hub.testing.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.openapi.HubContract;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.testing.HubUnderTest;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The contract that the hub serves, and that it keeps. */
class ContractTest {

    /** Of path parameters: well formed, and of nothing that exists but the type. */
    private static final Map<String, String> VALUES = Map.of(
            "type", Steps.TYPE,
            "act", "withdraw",
            "exchangeId", "0190abcd-0000-7000-8000-000000000001",
            "entryId", "1-999999999",
            "deliveryId", "no-such-delivery",
            "operationId", "0190abcd-0000-7000-8000-000000000002",
            "generation", "1");

    /** Who opens exchanges of a type that no court opens. */
    private static final Map<String, SandboxAgency> OPENERS = Map.of(
            "judicial-confirmation", SandboxAgency.MEDIATION,
            "mediation-transfer", SandboxAgency.POLICE);

    private static HubUnderTest hub;

    /** An operation of the contract. */
    record Operation(String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void start() {
        hub = HubUnderTest.shared();
    }

    @Test
    void the_served_document_is_the_expansion_of_the_types_in_force() throws Exception {
        HttpResponse<String> served = document();

        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("Content-Type")).hasValue("application/json");
        try (InputStream built = Objects.requireNonNull(HubContract.class.getResourceAsStream("/openapi.json"))) {
            assertThat(served.body().getBytes(StandardCharsets.UTF_8))
                    .as("what the build expanded, from which clients are made")
                    .isEqualTo(built.readAllBytes());
        }
    }

    @Test
    void the_served_document_is_valid() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult parsed =
                new OpenAPIV3Parser().readContents(document().body(), null, options);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).containsKey("/v1/exchanges/" + Steps.TYPE);
    }

    static Stream<Operation> contract() {
        return operations(HubContract.tree());
    }

    static Stream<Operation> served() {
        return operations(json(document()));
    }

    @ParameterizedTest
    @MethodSource({"contract", "served"})
    void every_operation_is_there(Operation operation) {
        HttpResponse<String> answer = send(operation, token(operation));

        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500).isNotIn(401, 403, 405, 406, 415);
        if (answer.statusCode() == 404) {
            assertThat(operation.path())
                    .as("only something named can be missing")
                    .containsAnyOf("Id}", "{act}");
        }
        assertThat(operation.node().path("responses").propertyNames()).contains(Integer.toString(answer.statusCode()));
    }

    @ParameterizedTest
    @MethodSource("contract")
    void every_operation_wants_a_token_with_its_scope(Operation operation) {
        if (operation.node().path("security").isEmpty()) {
            return;
        }
        Refused.problem(send(operation, null), 401, "E-AUTH");
        Refused.problem(send(operation, hub.token("agency-without-scope", "nothing:useful")), 403, "E-AUTH");
    }

    @Test
    void only_what_is_public_asks_for_no_token() {
        assertThat(contract()
                        .filter(operation -> operation.node().path("security").isEmpty())
                        .map(Operation::path))
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/log/"));
    }

    private static HttpResponse<String> document() {
        return Desk.of(HubUnderTest.shared(), SandboxAgency.AUDITOR).get("/v1/openapi.json");
    }

    private static HttpResponse<String> send(Operation operation, @Nullable String token) {
        String path = operation.path();
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(hub.uri(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (operation.method().equals("POST")) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}"));
        }
        return hub.requests().send(request.build());
    }

    /** A token of the sandbox agency that may do this. */
    private static String token(Operation operation) {
        String security = operation.node().path("security").toString();
        return Desk.of(hub, security.contains("exchange:") ? party(operation.path()) : SandboxAgency.BUREAU)
                .token();
    }

    /** An agency that may open exchanges of the type; for later acts anyone will do, since the exchange is not there. */
    private static SandboxAgency party(String path) {
        SandboxAgency opener = OPENERS.get(path.substring(path.lastIndexOf('/') + 1));
        if (opener != null) {
            return opener;
        }
        return path.contains("/accept") || path.contains("/close") ? SandboxAgency.FIRM : SandboxAgency.COURT;
    }

    private static Stream<Operation> operations(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations.stream();
    }
}
