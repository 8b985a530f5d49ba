package cn.justicehub.hub.edges;

import static cn.justicehub.hub.testing.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.testing.HubUnderTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What every refusal has, and has not. */
final class Refused {

    /** Shorter values, such as codes, may stand in a message by chance. */
    private static final int SHORTEST_VALUE = 7;

    private Refused() {}

    /** Asks for something that must be refused and must change nothing. */
    static JsonNode unchanged(HubUnderTest hub, Supplier<HttpResponse<String>> request, int status, String code) {
        Footprint before = Footprint.of(hub);
        HttpResponse<String> answer = request.get();
        assertThat(Footprint.of(hub)).isEqualTo(before);
        return problem(answer, status, code);
    }

    /** A clear problem document, with this code first. */
    static JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).isEqualTo("urn:justicehub:problem:" + code);
        assertThat(problem.path("requestId").asString())
                .isNotEmpty()
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElse("none"));
        assertThat(problem.path("violations")).isNotEmpty();
        problem.path("violations").forEach(Refused::clear);
        assertThat(answer.body())
                .doesNotContain("xception", "\tat ", "java.", "org.", "cn.justicehub", "SQL", "Tomcat");
        return problem;
    }

    private static void clear(JsonNode violation) {
        assertThat(violation.path("code").asString()).startsWith("E-");
        assertThat(violation.path("messageZh").asString()).containsPattern("\\p{IsHan}{3}");
        assertThat(violation.path("message").asString()).isNotEmpty();
        assertThat(violation.path("field").asString()).matches("(/.*)?");
        assertThat(violation.has("retryable")).isTrue();
    }

    /** No value of the request comes back. */
    static void quotesNothing(HttpResponse<String> answer, byte[] request) {
        for (String value : values(request)) {
            assertThat(answer.body()).doesNotContain(value);
            assertThat(answer.headers().map().toString()).doesNotContain(value);
        }
    }

    static List<String> fields(JsonNode problem) {
        List<String> fields = new ArrayList<>();
        for (JsonNode violation : problem.path("violations")) {
            fields.add(violation.path("code").asString() + " "
                    + violation.path("field").asString());
        }
        return fields;
    }

    private static List<String> values(byte[] request) {
        List<String> values = new ArrayList<>();
        try {
            gather(Desk.JSON.readTree(request), values);
        } catch (JacksonException notJson) {
            values.add(new String(request, StandardCharsets.ISO_8859_1));
        }
        values.removeIf(value -> value.length() < SHORTEST_VALUE);
        return values;
    }

    private static void gather(JsonNode node, List<String> values) {
        if (node.isValueNode()) {
            values.add(node.asString(""));
        }
        node.forEach(child -> gather(child, values));
    }
}
