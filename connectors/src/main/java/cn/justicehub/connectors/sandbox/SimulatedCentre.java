package cn.justicehub.connectors.sandbox;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The legal aid centre: checks a notice, has a person assign the next lawyer of the roster, offers the case, writes to the
 * notifier once the firm has accepted, and assigns another lawyer when it has declined. A case that the hub takes for another
 * centre's is returned.
 */
public final class SimulatedCentre implements Script {

    static final Actor PERSON = new Actor("lac-handler-01", "handler");

    private static final String HANDLER = "测试经办";

    private final List<Lawyer> roster;

    public SimulatedCentre() {
        this(Lawyer.ROSTER);
    }

    /** @param roster lawyers in the order in which they are tried; not empty */
    public SimulatedCentre(List<Lawyer> roster) {
        this.roster = List.copyOf(roster);
    }

    @Override
    public List<Act> react(Inbound message, ExchangeView exchange) {
        return switch (message.act()) {
            case "submit" ->
                message.warnings().contains("E-JURIS")
                        ? List.of(returned(message))
                        : List.of(validated(message), assigned(message, 0), offered(message, message.payload(), 0));
            case "accept" -> replied(message, exchange);
            case "decline" -> reassigned(message, exchange);
            default -> List.of();
        };
    }

    private static Act validated(Inbound notice) {
        return Act.answering(notice, "validate", PERSON, Json.object().put("handler", HANDLER));
    }

    private static Act returned(Inbound notice) {
        return Act.answering(
                notice,
                "return",
                PERSON,
                Json.object()
                        .put("replyTo", notice.payload().path("noticeNo").stringValue())
                        .put("outcome", "RETURNED")
                        .put("returnCode", "E-JURIS")
                        .put("handler", HANDLER));
    }

    private List<Act> reassigned(Inbound decline, ExchangeView exchange) {
        int declines = (int) exchange.count("decline");
        return exchange.last("submit")
                .map(notice -> List.of(assigned(decline, declines), offered(decline, notice.payload(), declines)))
                .orElse(List.of());
    }

    private Act assigned(Inbound cause, int declines) {
        ObjectNode payload = Json.object();
        payload.set("lawyer", lawyer(declines).json());
        return Act.answering(cause, "assign", PERSON, payload);
    }

    private Act offered(Inbound cause, JsonNode notice, int declines) {
        JsonNode charges = notice.path("chargeCode");
        ObjectNode payload = Json.object()
                .put("assignmentNo", DefenceNotice.number("绿援指", cause))
                .put("role", notice.path("role").stringValue())
                .put("stage", notice.path("stage").stringValue())
                .put("partyName", notice.at("/party/name").stringValue())
                .put(
                        "charge",
                        notice.path("chargeName").asString(charges.path(0).asString("未载明")))
                .put("custodyPlace", notice.at("/party/custodyPlace").asString("未羁押"))
                .put("noticeRef", notice.path("noticeNo").stringValue());
        payload.set("lawyer", lawyer(declines).json());
        return Act.answering(cause, "offer", PERSON, payload);
    }

    private static List<Act> replied(Inbound acceptance, ExchangeView exchange) {
        Optional<ExchangeView.Seen> notice = exchange.last("submit");
        Optional<ExchangeView.Seen> assignment = exchange.last("assign");
        if (notice.isEmpty() || assignment.isEmpty()) {
            return List.of();
        }
        ObjectNode payload = Json.object()
                .put("replyTo", notice.get().payload().path("noticeNo").stringValue())
                .put("outcome", "ASSIGNED")
                .put("letterNo", DefenceNotice.number("绿援函", acceptance))
                .put(
                        "assignedAt",
                        DefenceNotice.date(assignment.get().acceptedAt()).toString())
                .put("handler", HANDLER);
        payload.set("lawyer", assignment.get().payload().path("lawyer"));
        return List.of(Act.answering(acceptance, "reply", PERSON, payload));
    }

    private Lawyer lawyer(int declines) {
        return roster.get(declines % roster.size());
    }
}
