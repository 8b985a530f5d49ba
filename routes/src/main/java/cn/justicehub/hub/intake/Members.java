package cn.justicehub.hub.intake;

import cn.justicehub.api.violation.Violation;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The members that bodies of every kind have; gathers all that is wrong with a body. */
public final class Members {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern ACTOR_NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,63}");

    private final JsonObject body;
    private final List<Violation> violations = new ArrayList<>();

    public Members(JsonObject body) {
        this.body = body;
    }

    /** Notes it when there are any other members. */
    public void only(Set<String> names) {
        if (!names.containsAll(body.members().keySet())) {
            add("", "报文含有未定义的成员", "the body has a member that is not defined");
        }
    }

    /** The sender's name for the message, or null with a violation. */
    public @Nullable UUID messageId() {
        String text = text(body.get("messageId"));
        if (text != null && UUID_FORM.matcher(text).matches()) {
            return UUID.fromString(text);
        }
        add("/messageId", "报文编号须为小写的UUID", "messageId must be a lower-case UUID");
        return null;
    }

    /** The person who acts; null when there is none, or with a violation. */
    public RecordDraft.@Nullable Actor actor() {
        Json actor = body.get("actor");
        if (actor == null) {
            return null;
        }
        if (actor instanceof JsonObject object && object.members().size() == 2) {
            String id = text(object.get("id"));
            String role = text(object.get("role"));
            if (isActorName(id) && isActorName(role) && id != null) {
                return new RecordDraft.Actor(id, actor);
            }
        }
        add("/actor", "经办人须且只须包含代号(id)和角色(role)", "actor has a pseudonymous id and a role, and nothing else");
        return null;
    }

    private static boolean isActorName(@Nullable String text) {
        return text != null && ACTOR_NAME.matcher(text).matches();
    }

    /** The text of a string, or null for anything else. */
    public static @Nullable String text(@Nullable Json value) {
        return value instanceof JsonString text ? text.value() : null;
    }

    /** Notes an E-SCHEMA violation. */
    public void add(String field, String messageZh, String message) {
        violations.add(Violation.of("E-SCHEMA", field, messageZh, message));
    }

    /** Notes a violation. */
    public void add(Violation violation) {
        violations.add(violation);
    }

    /** Everything that was noted so far. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }
}
