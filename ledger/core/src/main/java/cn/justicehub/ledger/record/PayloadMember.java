package cn.justicehub.ledger.record;

import cn.justicehub.ledger.json.JsonObject;

/** Where the payload lies in a record, so that its place among the fields follows from the other pointers alone. */
final class PayloadMember {
    static final String NAME = "payload";
    static final String POINTER = "/" + NAME;

    private PayloadMember() {}

    /** Whether the members leave the payload's place unambiguous: no other name starts with "payload". */
    static boolean isOutside(JsonObject recordWithoutPayload) {
        return recordWithoutPayload.members().keySet().stream().noneMatch(name -> name.startsWith(NAME));
    }

    /** How many of these fields, none of them the payload's, come before it. */
    static int position(HashedFields others) {
        return (int) others.fields().stream()
                .filter(field -> field.field().pointer().compareTo(POINTER) < 0)
                .count();
    }
}
