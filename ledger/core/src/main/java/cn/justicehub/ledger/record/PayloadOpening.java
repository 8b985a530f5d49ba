package cn.justicehub.ledger.record;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.merkle.TreeHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The payload's part of an opening: its salts, and the hashes that stand for its fields in the record's tree. */
final class PayloadOpening {
    private static final int MOST_FIELDS = 1 << 24;

    private final int first;
    private final int total;
    private final List<byte[]> salts;
    private final List<FieldTree.Span> spans;
    private final List<byte[]> sha256;
    private final List<byte[]> sm3;

    private PayloadOpening(JsonObject object, int first, int others, int count) throws RecordFault {
        this.first = first;
        this.total = others + count;
        this.salts = OpeningText.salts(object, count);
        this.spans = FieldTree.cover(total, first, first + count);
        this.sha256 = OpeningText.cover(object, TreeHash.SHA256, spans.size());
        this.sm3 = OpeningText.cover(object, TreeHash.SM3, spans.size());
    }

    static PayloadOpening parse(Json json, HashedFields others) throws RecordFault {
        Long count = json instanceof JsonObject object ? object.number("count") : null;
        if (!(json instanceof JsonObject object) || object.members().size() != 4 || count == null) {
            throw new RecordFault("the payload's opening has not exactly the members count, salts, sha256, sm3");
        }
        if (count < 1 || count > MOST_FIELDS) {
            throw new RecordFault("the payload's count of fields is out of range");
        }
        return new PayloadOpening(object, PayloadMember.position(others), others.size(), count.intValue());
    }

    /** The record's root, with the cover in the payload's place. */
    byte[] root(TreeHash hash, List<byte[]> others) {
        return FieldTree.root(
                hash, total, spans, cover(hash), index -> others.get(index < first ? index : index - salts.size()));
    }

    Optional<String> difference(Json payload) {
        List<Field> fields = Field.of(PayloadMember.POINTER, payload);
        if (fields.size() != salts.size()) {
            return Optional.of("the payload has " + fields.size() + " fields, the sealed one has " + salts.size());
        }
        HashedFields hashed = HashedFields.of(fields, salts);
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            if (!matches(hashed, i)) {
                FieldTree.Span span = spans.get(i);
                differing.add(name(fields.subList(span.from() - first, span.to() - first)));
            }
        }
        return differing.isEmpty()
                ? Optional.empty()
                : Optional.of("the payload differs at " + String.join("; ", differing));
    }

    private boolean matches(HashedFields hashed, int cover) {
        FieldTree.Span span = spans.get(cover);
        for (TreeHash hash : TreeHash.values()) {
            // the leaves of one subtree split as the recursion does, wherever the subtree starts
            byte[] root = FieldTree.root(hash, hashed.leaves(hash), span.from() - first, span.to() - first);
            if (!Arrays.equals(root, cover(hash).get(cover))) {
                return false;
            }
        }
        return true;
    }

    private static String name(List<Field> fields) {
        String one = fields.get(0).pointer();
        return fields.size() == 1
                ? one
                : "at least one of the " + fields.size() + " fields from " + one + " to "
                        + fields.get(fields.size() - 1).pointer();
    }

    private List<byte[]> cover(TreeHash hash) {
        return hash == TreeHash.SHA256 ? sha256 : sm3;
    }
}
