package cn.justicehub.hub.activation;

import cn.justicehub.hub.definitions.ByPerson;
import cn.justicehub.hub.intake.PersonAct;
import cn.justicehub.hub.security.Caller;

/**
 * An operator asks that the folders come in force; answered with a {@code FolderReport}.
 *
 * @param caller the operator's agency
 * @param body who and why, as received
 */
@SuppressWarnings("ArrayRecordComponent")
public record ActivationQuestion(Caller caller, byte[] body) {

    /** The route that brings them in force. */
    public static final String ACTIVATE = "direct:activate-definitions";

    /** The route that says what they would change; its body is not looked at. */
    public static final String CHECK = "direct:check-definitions";

    ByPerson read() {
        PersonAct act = PersonAct.only(body);
        return new ByPerson(caller.agency(), act.messageId(), act.actor(), act.reason(), body);
    }
}
