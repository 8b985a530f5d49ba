package cn.justicehub.hub.delivery;

import cn.justicehub.api.violation.Violation;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.intake.Decoder;
import cn.justicehub.hub.intake.Members;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.ledger.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operator's request whose body could be read.
 *
 * @param request the request
 * @param messageId the operator's name for it
 * @param actor the person who decides
 * @param reason why; kept in the sealed record only
 */
record OperatorAct(OperatorRequest request, UUID messageId, RecordDraft.Actor actor, String reason) {

    private static final int LONGEST_REASON = 500;

    /**
     * Reads a request.
     *
     * @throws Refusal 400 for what is no strict JSON object, 422 with everything that is wrong with the members
     */
    static OperatorAct read(OperatorRequest request) {
        JsonObject body = Decoder.decode(request.body());
        Members members = new Members(body);
        members.only(Set.of("messageId", "actor", "reason"));
        UUID messageId = members.messageId();
        RecordDraft.Actor actor = actor(body, members);
        String reason = reason(body, members);
        if (messageId == null
                || actor == null
                || reason == null
                || !members.violations().isEmpty()) {
            throw Refusal.of(422, members.violations());
        }
        return new OperatorAct(request, messageId, actor, reason);
    }

    private static RecordDraft.@Nullable Actor actor(JsonObject body, Members members) {
        if (body.get("actor") == null) {
            members.add(
                    Violation.of("E-INCOMPLETE", "/actor", "该动作须由具体经办人办理，缺少经办人", "this act needs the person who acts"));
            return null;
        }
        return members.actor();
    }

    private static @Nullable String reason(JsonObject body, Members members) {
        String reason = Members.text(body.get("reason"));
        if (reason != null && !reason.isBlank() && reason.codePointCount(0, reason.length()) <= LONGEST_REASON) {
            return reason;
        }
        members.add("/reason", "须写明理由，不超过500字", "a reason of 1 to 500 characters");
        return null;
    }
}
