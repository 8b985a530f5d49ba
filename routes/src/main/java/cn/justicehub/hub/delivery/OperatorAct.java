package cn.justicehub.hub.delivery;

import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.intake.PersonAct;
import cn.justicehub.hub.problem.Refusal;
import java.util.UUID;

/**
 * An operator's request whose body could be read.
 *
 * @param request the request
 * @param messageId the operator's name for it
 * @param actor the person who decides
 * @param reason why; kept in the sealed record only
 */
record OperatorAct(OperatorRequest request, UUID messageId, RecordDraft.Actor actor, String reason) {

    /**
     * Reads a request.
     *
     * @throws Refusal 400 for what is no strict JSON object, 422 with everything that is wrong with the members
     */
    static OperatorAct read(OperatorRequest request) {
        PersonAct act = PersonAct.only(request.body());
        return new OperatorAct(request, act.messageId(), act.actor(), act.reason());
    }
}
