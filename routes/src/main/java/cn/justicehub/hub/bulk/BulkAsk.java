package cn.justicehub.hub.bulk;

import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.delivery.OperatorRequest.Decision;
import cn.justicehub.hub.intake.Decoder;
import cn.justicehub.hub.intake.Members;
import cn.justicehub.hub.intake.PersonAct;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonNumber;
import cn.justicehub.ledger.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An operator's request, read.
 *
 * @param messageId the operator's name for it
 * @param actor the person who asks
 * @param reason why; kept sealed only
 */
record BulkAsk(UUID messageId, RecordDraft.Actor actor, String reason) {

    private static final int MOST_NAMED = 1000;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,64}");
    private static final Pattern AGENCY = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern DELIVERY = Pattern.compile("[0-9A-Za-z][0-9A-Za-z_-]{0,79}");

    /**
     * Which deliveries.
     *
     * @param named those, or empty for every parked one
     * @param agency only those to this agency, or null
     * @param parkedReason only those parked for this reason, or null
     */
    record Selection(
            Set<String> named,
            @Nullable String agency,
            @Nullable String parkedReason) {}

    /** A request to start. */
    record Started(BulkAsk ask, Decision decision, Selection selection) {}

    /** An approval of so many. */
    record Approved(BulkAsk ask, int total) {}

    /** @throws Refusal 400 for what is no strict JSON object, 422 with everything that is wrong with the members */
    static Started start(byte[] body) {
        JsonObject object = Decoder.decode(body);
        Members members = new Members(object);
        members.only(Set.of("messageId", "actor", "reason", "decision", "selection"));
        BulkAsk ask = read(object, members);
        Decision decision = decision(object, members);
        Selection selection = selection(object, members);
        if (ask == null
                || decision == null
                || selection == null
                || !members.violations().isEmpty()) {
            throw Refusal.of(422, members.violations());
        }
        return new Started(ask, decision, selection);
    }

    /** @throws Refusal as {@link #start} */
    static Approved approval(byte[] body) {
        JsonObject object = Decoder.decode(body);
        Members members = new Members(object);
        members.only(Set.of("messageId", "actor", "reason", "total"));
        BulkAsk ask = read(object, members);
        int total = object.get("total") instanceof JsonNumber number && number.value() <= Integer.MAX_VALUE
                ? (int) number.value()
                : 0;
        if (total < 1) {
            members.add("/total", "须写明所批准的投递数", "the number of deliveries that are approved");
        }
        if (ask == null || !members.violations().isEmpty()) {
            throw Refusal.of(422, members.violations());
        }
        return new Approved(ask, total);
    }

    /** @throws Refusal as {@link #start} */
    static BulkAsk stop(byte[] body) {
        PersonAct act = PersonAct.only(body);
        return new BulkAsk(act.messageId(), act.actor(), act.reason());
    }

    private static @Nullable BulkAsk read(JsonObject object, Members members) {
        PersonAct act = PersonAct.read(object, members);
        return act == null ? null : new BulkAsk(act.messageId(), act.actor(), act.reason());
    }

    private static @Nullable Decision decision(JsonObject object, Members members) {
        for (Decision decision : Decision.values()) {
            if (decision.name().equals(Members.text(object.get("decision")))) {
                return decision;
            }
        }
        members.add("/decision", "须为RETRY（重试）或GIVE_UP（终止投递）", "decision is RETRY or GIVE_UP");
        return null;
    }

    private static @Nullable Selection selection(JsonObject object, Members members) {
        if (!(object.get("selection") instanceof JsonObject selection)
                || !Set.of("deliveryIds", "agency", "parkedReason")
                        .containsAll(selection.members().keySet())) {
            members.add("/selection", "须写明所选投递", "selection names deliveryIds, or agency and parkedReason, or nothing");
            return null;
        }
        Set<String> named = named(selection, members);
        String agency = matching(selection, "agency", AGENCY, members);
        String reason = matching(selection, "parkedReason", CODE, members);
        if (!named.isEmpty() && (agency != null || reason != null)) {
            members.add("/selection", "逐项选择与按条件选择不得并用", "deliveryIds come alone");
        }
        return new Selection(named, agency, reason);
    }

    private static Set<String> named(JsonObject selection, Members members) {
        Json ids = selection.get("deliveryIds");
        if (ids == null) {
            return Set.of();
        }
        List<String> named = new ArrayList<>();
        if (ids instanceof JsonArray array) {
            array.items().forEach(id -> named.add(String.valueOf(Members.text(id))));
        }
        Set<String> distinct = new TreeSet<>(named);
        boolean wellFormed =
                distinct.stream().allMatch(id -> DELIVERY.matcher(id).matches());
        if (named.isEmpty() || named.size() > MOST_NAMED || distinct.size() < named.size() || !wellFormed) {
            members.add("/selection/deliveryIds", "须为1至1000个互不相同的投递编号", "1 to 1000 different delivery ids");
        }
        return distinct;
    }

    private static @Nullable String matching(JsonObject selection, String name, Pattern pattern, Members members) {
        Json value = selection.get(name);
        String text = Members.text(value);
        if (value != null && (text == null || !pattern.matcher(text).matches())) {
            members.add("/selection/" + name, "取值不合规定", "not of the form that it must have");
        }
        return text;
    }

    /** Id of the operation that an agency's request starts. */
    UUID operationId(String agency) {
        return UUID.nameUUIDFromBytes(("bulk/" + agency + "/" + messageId).getBytes(StandardCharsets.UTF_8));
    }
}
