package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonFault;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.record.Leaf;
import cn.justicehub.ledger.record.RecordFault;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the members of a receipt. */
final class ReceiptReader {
    private static final Set<String> MEMBERS = Set.of(
            Names.ENTRY_ID,
            Names.EXCHANGE_ID,
            Names.ACCEPTED_AT,
            Names.DURABILITY,
            Names.WARNINGS,
            Names.LEAF,
            Names.OPENING,
            Names.PROOF,
            Names.PROOF_SM3);

    private final JsonObject object;
    private final boolean receiptLike;

    private ReceiptReader(JsonObject object) {
        this.object = object;
        this.receiptLike = object.members().keySet().containsAll(Set.of(Names.LEAF, Names.OPENING, Names.PROOF));
    }

    static Receipt read(byte[] bytes) throws ReceiptFault {
        try {
            if (Json.parse(bytes) instanceof JsonObject object) {
                return new ReceiptReader(object).read();
            }
        } catch (JsonFault fault) {
            throw new ReceiptFault("no JSON of the profile: " + fault.getMessage(), false);
        }
        throw new ReceiptFault("no object", false);
    }

    private Receipt read() throws ReceiptFault {
        requireMembers();
        Long acceptedAt = object.number(Names.ACCEPTED_AT);
        if (acceptedAt == null || acceptedAt < 0) {
            throw fault(Names.ACCEPTED_AT + " is no time");
        }
        return new Receipt(
                text(Names.ENTRY_ID),
                text(Names.EXCHANGE_ID),
                acceptedAt,
                text(Names.DURABILITY),
                warnings(),
                leaf(),
                opening(),
                text(Names.PROOF),
                text(Names.PROOF_SM3));
    }

    private void requireMembers() throws ReceiptFault {
        Set<String> missing = new TreeSet<>(MEMBERS);
        missing.removeAll(object.members().keySet());
        Set<String> unknown = new TreeSet<>(object.members().keySet());
        unknown.removeAll(MEMBERS);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw fault("members missing " + missing + ", unknown " + unknown);
        }
    }

    private String text(String name) throws ReceiptFault {
        String text = object.string(name);
        if (text == null) {
            throw fault(name + " is no string");
        }
        return text;
    }

    private List<String> warnings() throws ReceiptFault {
        if (!(object.get(Names.WARNINGS) instanceof JsonArray array)) {
            throw fault(Names.WARNINGS + " is no array");
        }
        return Names.strings(array).orElseThrow(() -> fault(Names.WARNINGS + " holds more than strings"));
    }

    private Leaf leaf() throws ReceiptFault {
        try {
            Json leaf = object.get(Names.LEAF);
            if (leaf instanceof JsonObject) {
                return Leaf.parse(leaf);
            }
        } catch (RecordFault fault) {
            throw fault(String.valueOf(fault.getMessage()));
        }
        throw fault(Names.LEAF + " is no object");
    }

    private JsonObject opening() throws ReceiptFault {
        if (object.get(Names.OPENING) instanceof JsonObject opening) {
            return opening;
        }
        throw fault(Names.OPENING + " is no object");
    }

    private ReceiptFault fault(String message) {
        return new ReceiptFault(message, receiptLike);
    }
}
