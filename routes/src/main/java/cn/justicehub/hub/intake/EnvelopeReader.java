package cn.justicehub.hub.intake;

import cn.justicehub.api.violation.Violation;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonNumber;
import cn.justicehub.ledger.json.JsonObject;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the members that every body has, and gathers all that is wrong with them. */
final class EnvelopeReader {

    private static final Set<String> MEMBERS = Set.of(
            "messageId", "schemaVersion", "sentAt", "sequenceNo", "actor", "payload", "attachments", "signature");
    private static final Pattern DOC_TYPE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final int MOST_ATTACHMENTS = 50;
    private static final Set<String> ATTACHMENT = Set.of("docType", "name", "number", "location");

    private final JsonObject body;
    private final boolean opening;
    private final Members members;

    private EnvelopeReader(JsonObject body, boolean opening) {
        this.body = body;
        this.members = new Members(body);
        this.opening = opening;
    }

    /** What was read, and every violation on the way. */
    record Reading(Envelope envelope, List<Violation> violations) {}

    static Reading read(JsonObject body, boolean opening) {
        EnvelopeReader reader = new EnvelopeReader(body, opening);
        Envelope envelope = reader.envelope();
        return new Reading(envelope, reader.members.violations());
    }

    private Envelope envelope() {
        members.only(MEMBERS);
        UUID messageId = members.messageId();
        sentAt();
        return new Envelope(
                body,
                messageId,
                schemaVersion(),
                positive("sequenceNo"),
                members.actor(),
                payload(),
                attachments(),
                signature());
    }

    private void sentAt() {
        String text = Members.text(body.get("sentAt"));
        try {
            if (text != null) {
                OffsetDateTime.parse(text);
                return;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        add("/sentAt", "发送时间须为带时区的日期时间(RFC 3339)", "sentAt must be an RFC 3339 date-time with offset");
    }

    private @Nullable Long schemaVersion() {
        Long version = positive("schemaVersion");
        if (opening && version == null && body.get("schemaVersion") == null) {
            add("/schemaVersion", "发起事项须注明数据版本", "an opening act names its schemaVersion");
        }
        if (!opening && body.get("schemaVersion") != null) {
            add("/schemaVersion", "后续动作沿用事项的数据版本，不得另行注明", "only an opening act names a schemaVersion");
        }
        return version;
    }

    private @Nullable Long positive(String name) {
        Json value = body.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number && number.value() > 0) {
            return number.value();
        }
        add("/" + name, "须为正整数", name + " must be a positive integer");
        return null;
    }

    private @Nullable JsonObject payload() {
        if (body.get("payload") instanceof JsonObject object) {
            return object;
        }
        add("/payload", "缺少业务数据", "payload must be an object");
        return null;
    }

    private JsonArray attachments() {
        Json value = body.get("attachments");
        if (value == null) {
            return new JsonArray(List.of());
        }
        if (value instanceof JsonArray array && array.items().size() > MOST_ATTACHMENTS) {
            add("/attachments", "附件不得超过50件", "at most 50 attachments");
            return array;
        }
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                checkAttachment("/attachments/" + i, array.items().get(i));
            }
            return array;
        }
        add("/attachments", "附件须为列表", "attachments must be an array");
        return new JsonArray(List.of());
    }

    private void checkAttachment(String pointer, Json value) {
        boolean good = value instanceof JsonObject object
                && object.members().keySet().equals(ATTACHMENT)
                && "paper".equals(Members.text(object.get("location")))
                && matches(DOC_TYPE, Members.text(object.get("docType")))
                && bounded(Members.text(object.get("name")))
                && bounded(Members.text(object.get("number")));
        if (!good) {
            add(pointer, "附件须注明文书种类、名称、文号，位置为paper", "an attachment is {docType, name, number, location: paper}");
        }
    }

    private static boolean matches(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches();
    }

    private static boolean bounded(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= 200;
    }

    private @Nullable String signature() {
        Json value = body.get("signature");
        if (value == null) {
            return null;
        }
        String text = Members.text(value);
        if (text == null) {
            add("/signature", "签名须为文本", "signature must be a string");
        }
        return text;
    }

    private void add(String field, String messageZh, String message) {
        members.add(field, messageZh, message);
    }
}
