package cn.justicehub.hub.definitions;

import cn.justicehub.hub.commit.RecordDraft;
import java.util.UUID;

/**
 * A person's word that folders come in force.
 *
 * @param agency the operator's
 * @param messageId the operator's name for it
 * @param actor the person
 * @param reason why
 * @param body as received
 */
@SuppressWarnings("ArrayRecordComponent")
public record ByPerson(String agency, UUID messageId, RecordDraft.Actor actor, String reason, byte[] body) {}
