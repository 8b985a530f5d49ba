package cn.justicehub.hub.intake;

import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The members of a body, as far as they are well formed; what is not is null and has its violation.
 *
 * @param body the whole body
 * @param messageId the sender's name for the message
 * @param schemaVersion version of the type, in opening acts
 * @param sequenceNo the sender's own number
 * @param actor the person who acts
 * @param payload the payload
 * @param attachments attached papers; empty when there are none
 * @param signature the detached CMS, base64
 */
record Envelope(
        JsonObject body,
        @Nullable UUID messageId,
        @Nullable Long schemaVersion,
        @Nullable Long sequenceNo,
        RecordDraft.@Nullable Actor actor,
        @Nullable JsonObject payload,
        JsonArray attachments,
        @Nullable String signature) {}
