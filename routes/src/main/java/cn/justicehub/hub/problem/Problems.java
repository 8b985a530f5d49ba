package cn.justicehub.hub.problem;

import cn.justicehub.api.violation.Violation;
import java.util.List;
import java.util.Map;

/** The problems that are not about a message's content: those of HTTP, of security and of the hub itself. */
public final class Problems {

    private static final Map<Integer, Problem> BY_STATUS = Map.of(
            400, problem(400, "Bad Request", "E-SCHEMA", "请求格式不正确", "the request cannot be read", false),
            401, problem(401, "Unauthorized", "E-AUTH", "未提供有效的访问令牌", "no valid access token", false),
            403, problem(403, "Forbidden", "E-AUTH", "无权执行此操作", "this token may not do that", false),
            404, problem(404, "Not Found", "E-NOTFOUND", "未找到该事项", "not found", false),
            405, problem(405, "Method Not Allowed", "E-SCHEMA", "不支持该请求方法", "no such method here", false),
            406, problem(406, "Not Acceptable", "E-SCHEMA", "无法提供所要求的格式", "no such media type here", false),
            413, problem(413, "Content Too Large", "E-SIZE", "请求内容过大", "the request body is too large", false),
            415, problem(415, "Unsupported Media Type", "E-SCHEMA", "不支持该内容类型", "not a supported media type", false),
            500, problem(500, "Internal Server Error", "E-INTERNAL", "系统内部错误，请稍后重试", "an error inside the hub", true),
            503, problem(503, "Service Unavailable", "E-UNAVAIL", "服务暂不可用，请稍后重试", "not available for now", true));

    private static final Map<Integer, String> TITLES =
            Map.of(409, "Conflict", 410, "Gone", 422, "Unprocessable Content", 429, "Too Many Requests");

    private Problems() {}

    /** The problem of an HTTP status; any other client error looks like 400, any other server error like 500. */
    public static Problem of(int status) {
        Problem known = BY_STATUS.get(status);
        if (known != null) {
            return known;
        }
        Problem like = of(status >= 400 && status < 500 ? 400 : 500);
        return status < 400 ? like : new Problem(status, title(status), like.violations(), null);
    }

    /** The problem that a refusal tells. */
    public static Problem of(Refusal refusal) {
        List<Violation> violations = refusal.violations();
        return new Problem(
                refusal.status(),
                title(refusal.status()),
                violations.isEmpty() ? of(refusal.status()).violations() : violations,
                refusal.retryAfter());
    }

    private static String title(int status) {
        Problem known = BY_STATUS.get(status);
        return known != null ? known.title() : TITLES.getOrDefault(status, "HTTP " + status);
    }

    private static Problem problem(
            int status, String title, String code, String messageZh, String message, boolean retryable) {
        return new Problem(status, title, List.of(new Violation(code, "", messageZh, message, retryable, null)), null);
    }
}
