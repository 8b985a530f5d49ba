package cn.justicehub.hub.problem;

import cn.justicehub.api.violation.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem document, from wherever in the server the problem was found. */
public final class ProblemWriter {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemWriter() {}

    /** Writes the document; does nothing when an answer is already on its way. */
    public static void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = JSON.writeValueAsBytes(document(problem, RequestId.of(request)));
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(body.length);
        response.setHeader("Cache-Control", "no-store");
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            response.setHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static Map<String, Object> document(Problem problem, String requestId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", problem.type());
        document.put("title", problem.title());
        document.put("status", problem.status());
        document.put("detail", problem.detail());
        document.put("instance", "urn:justicehub:request:" + requestId);
        document.put("requestId", requestId);
        document.put("violations", violations(problem.violations()));
        return document;
    }

    private static List<Map<String, Object>> violations(List<Violation> violations) {
        List<Map<String, Object>> array = new ArrayList<>();
        for (Violation violation : violations) {
            Map<String, Object> member = new LinkedHashMap<>();
            member.put("code", violation.code());
            member.put("field", violation.field());
            member.put("messageZh", violation.messageZh());
            member.put("message", violation.message());
            member.put("retryable", violation.retryable());
            if (violation.redirectOrg() != null) {
                member.put("redirectOrg", violation.redirectOrg());
            }
            array.add(member);
        }
        return array;
    }
}
