package cn.justicehub.hub.intake;

import cn.justicehub.api.violation.Violation;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.ledger.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every act of an operator says.
 *
 * @param messageId the operator's name for it
 * @param actor the person who decides
 * @param reason why; kept sealed only
 */
public record PersonAct(UUID messageId, RecordDraft.Actor actor, String reason) {

    /** The members that say it. */
    public static final Set<String> MEMBERS = Set.of("messageId", "actor", "reason");

    private static final int LONGEST_REASON = 500;

    /**
     * Reads a body that says nothing else.
     *
     * @throws Refusal 400 for what is no strict JSON object, 422 with everything that is wrong with the members
     */
    public static PersonAct only(byte[] body) {
        JsonObject object = Decoder.decode(body);
        Members members = new Members(object);
        members.only(MEMBERS);
        PersonAct act = read(object, members);
        if (act == null || !members.violations().isEmpty()) {
            throw Refusal.of(422, members.violations());
        }
        return act;
    }

    /** Reads these members of a body; null with violations. */
    public static @Nullable PersonAct read(JsonObject object, Members members) {
        UUID messageId = members.messageId();
        RecordDraft.Actor actor = members.actor();
        if (object.get("actor") == null) {
            members.add(
                    Violation.of("E-INCOMPLETE", "/actor", "该动作须由具体经办人办理，缺少经办人", "this act needs the person who acts"));
        }
        String reason = Members.text(object.get("reason"));
        if (reason == null || reason.isBlank() || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            members.add("/reason", "须写明理由，不超过500字", "a reason of 1 to 500 characters");
            return null;
        }
        return messageId == null || actor == null ? null : new PersonAct(messageId, actor, reason);
    }
}
