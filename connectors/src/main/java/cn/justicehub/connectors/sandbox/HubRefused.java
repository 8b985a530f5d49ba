package cn.justicehub.connectors.sandbox;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The hub's refusal of a request, with its problem document (RFC 9457). */
public final class HubRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final byte[] problem;

    HubRefused(String request, int status, byte[] problem) {
        super(request + ": " + status + " " + codes(problem));
        this.status = status;
        this.problem = problem.clone();
    }

    public int status() {
        return status;
    }

    /** The problem document's bytes, as they came. */
    public byte[] problem() {
        return problem.clone();
    }

    /** The codes of all violations, such as {@code E-STATE}. */
    public List<String> codes() {
        return codes(problem);
    }

    /** Whether the same bytes may succeed later. */
    boolean passing() {
        return status == 401 || status == 408 || status == 429 || status >= 500;
    }

    private static List<String> codes(byte[] problem) {
        List<String> codes = new ArrayList<>();
        try {
            for (JsonNode violation : Json.MAPPER.readTree(problem).path("violations")) {
                codes.add(violation.path("code").asString(""));
            }
        } catch (JacksonException notJson) {
            return List.of();
        }
        return codes;
    }
}
