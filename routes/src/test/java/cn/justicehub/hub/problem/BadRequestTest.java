package cn.justicehub.hub.problem;

import static cn.justicehub.hub.testing.Requests.bearer;
import static cn.justicehub.hub.testing.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.Requests;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every bad request gets a problem document that says what is wrong and nothing of what was sent. */
class BadRequestTest {

    private static final String MARKER = "marker-330101199001011234";

    private static Requests requests;
    private static String token;

    @BeforeAll
    static void start() {
        HubUnderTest hub = HubUnderTest.shared();
        requests = hub.requests();
        token = hub.token("court-x", Caller.READ, Caller.WRITE);
    }

    @Test
    void unknown_path() {
        problem(requests.get("/v1/nothing/" + MARKER, bearer(token)), 404, "E-NOTFOUND");
    }

    @Test
    void the_error_page_itself_is_an_unknown_path() {
        problem(requests.get("/error", bearer(token)), 404, "E-NOTFOUND");
    }

    @Test
    void wrong_method() {
        HttpResponse<String> response = requests.post("/test/caller", "{}", bearer(token));

        problem(response, 405, "E-SCHEMA");
        assertThat(response.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void media_type_that_is_not_supported() {
        problem(
                requests.send(bearer(token)
                        .apply(HttpRequest.newBuilder(HubUnderTest.shared().uri("/test/bytes"))
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString(MARKER)))
                        .build()),
                415,
                "E-SCHEMA");
    }

    @Test
    void media_type_that_cannot_be_given() {
        UnaryOperator<HttpRequest.Builder> image = request -> request.header("Accept", "image/png");

        problem(
                requests.post("/test/bytes", "{}", builder -> bearer(token).apply(image.apply(builder))),
                406,
                "E-SCHEMA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\":\"" + MARKER + "\"}", "{" + MARKER, ""})
    void body_that_cannot_be_read(String body) {
        problem(requests.post("/test/number", body, bearer(token)), 400, "E-SCHEMA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/parameter", "/test/parameter?n=" + MARKER})
    void parameter_that_is_missing_or_of_another_type(String path) {
        problem(requests.get(path, bearer(token)), 400, "E-SCHEMA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?=&x=1", "?=" + MARKER, "?n=%F1%9E%A9"})
    void query_that_is_none(String query) {
        problem(requests.get("/test/parameter" + query, bearer(token)), 400, "E-SCHEMA");
        problem(requests.post("/oauth2/token" + query, "", request -> request), 400, "E-SCHEMA");
    }

    @Test
    void body_that_says_it_is_too_large() {
        problem(requests.post("/test/bytes", "x".repeat(20 << 20), bearer(token)), 413, "E-SIZE");
    }

    @Test
    void body_that_turns_out_to_be_too_large() {
        byte[] large = new byte[20 << 20];
        HttpRequest request = bearer(token)
                .apply(HttpRequest.newBuilder(HubUnderTest.shared().uri("/test/bytes"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))))
                .build();

        problem(requests.send(request), 413, "E-SIZE");
    }

    @Test
    void body_at_the_limit_is_read() {
        assertThat(requests.post("/test/bytes", "x".repeat(1 << 20), bearer(token))
                        .body())
                .isEqualTo(Integer.toString(1 << 20));
    }

    @Test
    void an_error_that_nobody_foresaw_says_nothing() {
        problem(requests.get("/test/failure?about=" + MARKER, bearer(token)), 500, "E-INTERNAL");
    }

    @Test
    void a_refusal_tells_its_violations() {
        JsonNode problem = problem(requests.get("/test/refusal", bearer(token)), 409, "E-STATE");

        assertThat(problem.at("/violations/0/field").asString()).isEqualTo("/payload");
        assertThat(problem.at("/violations/0/messageZh").asString()).isEqualTo("当前状态不允许此操作");
        assertThat(problem.at("/title").asString()).isEqualTo("Conflict");
    }

    @Test
    void a_refusal_for_now_says_when() {
        HttpResponse<String> response = requests.get("/test/busy", bearer(token));

        JsonNode problem = problem(response, 503, "E-UNAVAIL");
        assertThat(problem.at("/violations/0/retryable").asBoolean()).isTrue();
        assertThat(response.headers().firstValue("Retry-After")).hasValue("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/test/ids/%2e%2e%2fother",
                "/test/ids/..%2fother",
                "/test/ids/%2e%2e/caller",
                "/test/ids/a;b=c",
                "/test/ids/a%3bb",
                "/test/ids/a%2fb",
                "/test/ids/a%5cb",
                "/test/ids//b",
                "/test/ids/a%00b",
                "/test/ids/a%0ab",
                "/test/ids/%252e%252e%252fother",
                "/test/ids/a%zzb"
            })
    void path_traversal(String path) {
        String answer = requests.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                + "\r\nConnection: close\r\n\r\n");

        rawProblem(answer, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /test/{ids} HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /test/\u00e9 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /test HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /test HTTP/1.1\r\n\r\n",
                "NONSENSE\r\n\r\n"
            })
    void what_tomcat_itself_refuses_names_neither_server_nor_cause(String request) {
        String answer = requests.raw(request);

        assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContainIgnoringCase("tomcat", "exception", "<html");
    }

    @Test
    void the_callers_request_id_comes_back() {
        HttpResponse<String> response = requests.get(
                "/v1/nothing", request -> bearer(token).apply(request.header("X-Request-Id", "my-request-1")));

        assertThat(response.headers().firstValue("X-Request-Id")).hasValue("my-request-1");
        assertThat(json(response).get("instance").asString()).isEqualTo("urn:justicehub:request:my-request-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in it", "<script>alert(1)</script>"})
    void a_request_id_that_is_none_is_replaced(String id) {
        HttpResponse<String> response =
                requests.get("/v1/nothing", request -> bearer(token).apply(request.header("X-Request-Id", id)));

        assertThat(response.headers().firstValue("X-Request-Id").orElseThrow())
                .isNotEqualTo(id)
                .hasSize(36);
    }

    private static void rawProblem(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("\"status\":" + status)
                .doesNotContainIgnoringCase("tomcat", "exception", "<html");
    }

    private static JsonNode problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.body()).doesNotContain(MARKER).doesNotContainIgnoringCase("exception");
        JsonNode problem = json(response);
        assertThat(problem.get("type").asString()).isEqualTo("urn:justicehub:problem:" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.at("/violations/0/messageZh").asString()).isNotBlank();
        assertThat(problem.get("requestId").asString())
                .isEqualTo(response.headers().firstValue("X-Request-Id").orElseThrow());
        return problem;
    }
}
