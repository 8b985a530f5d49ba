package cn.justicehub.ledger.record;

import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.text.Spelling;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A complete record with its field tree under both hashes. Immutable. */
public final class SealedRecord {
    private final JsonObject recordWithoutPayload;
    private final HashedFields others;
    private final @Nullable PreparedPayload payload;
    private final HashedFields all;
    private final List<FieldTree.Span> cover;
    private final List<byte[]> coverSha256;
    private final List<byte[]> coverSm3;
    private final byte[] sha256;
    private final byte[] sm3;

    private SealedRecord(JsonObject recordWithoutPayload, HashedFields others, @Nullable PreparedPayload payload) {
        this.recordWithoutPayload = recordWithoutPayload;
        this.others = others;
        this.payload = payload;
        this.all = payload == null ? others : others.merge(payload.fields());
        this.cover = payload == null ? List.of() : cover(all, PayloadMember.position(others), payload.count());
        this.coverSha256 = coverRoots(TreeHash.SHA256, all, cover);
        this.coverSm3 = coverRoots(TreeHash.SM3, all, cover);
        this.sha256 = root(TreeHash.SHA256, all, cover, coverSha256);
        this.sm3 = root(TreeHash.SM3, all, cover, coverSm3);
    }

    /**
     * Seals a record.
     *
     * @param recordWithoutPayload every member but {@code payload}; no name in it starts with "payload"
     * @param payload the payload hashed with the same salts, or null when the record has no such member
     */
    public static SealedRecord seal(JsonObject recordWithoutPayload, @Nullable PreparedPayload payload, Salts salts) {
        return seal(recordWithoutPayload, HashedFields.ofMembers(recordWithoutPayload, salts), payload);
    }

    static SealedRecord seal(JsonObject recordWithoutPayload, HashedFields others, @Nullable PreparedPayload payload) {
        if (!PayloadMember.isOutside(recordWithoutPayload)) {
            throw new IllegalArgumentException("a member's name starts with \"payload\"");
        }
        if (others.size() == 0 && payload == null) {
            throw new IllegalArgumentException("a record has at least one field");
        }
        return new SealedRecord(recordWithoutPayload, others, payload);
    }

    /** The record without its payload. */
    public JsonObject record() {
        return recordWithoutPayload;
    }

    /** The leaf of this record, accepted at the given epoch millisecond. */
    public Leaf leaf(long at) {
        return new Leaf(at, sha256, sm3);
    }

    /** What the sender needs to rebuild both roots: see {@link Opening}. */
    public JsonObject opening() {
        JsonObject.Builder opening =
                JsonObject.builder().put("record", recordWithoutPayload).put("salts", others.saltsText());
        if (payload != null) {
            opening.put(PayloadMember.NAME, payloadOpening(payload));
        }
        return opening.build();
    }

    /** Discloses one field, or nothing when there is no field of that pointer. */
    public Optional<Disclosure> disclose(String pointer) {
        for (int i = 0; i < all.size(); i++) {
            HashedField field = all.fields().get(i);
            if (field.field().pointer().equals(pointer)) {
                return Optional.of(new Disclosure(
                        pointer,
                        field.field().value(),
                        field.salt(),
                        i,
                        all.size(),
                        FieldTree.path(TreeHash.SHA256, all.leaves(TreeHash.SHA256), i),
                        FieldTree.path(TreeHash.SM3, all.leaves(TreeHash.SM3), i)));
            }
        }
        return Optional.empty();
    }

    private JsonObject payloadOpening(PreparedPayload payload) {
        return JsonObject.builder()
                .put("count", payload.count())
                .put("salts", payload.fields().saltsText())
                .put("sha256", hexes(coverSha256))
                .put("sm3", hexes(coverSm3))
                .build();
    }

    private static List<FieldTree.Span> cover(HashedFields all, int first, int count) {
        return FieldTree.cover(all.size(), first, first + count);
    }

    private static List<byte[]> coverRoots(TreeHash hash, HashedFields all, List<FieldTree.Span> cover) {
        List<byte[]> leaves = all.leaves(hash);
        return cover.stream()
                .map(span -> FieldTree.root(hash, leaves, span.from(), span.to()))
                .toList();
    }

    private static byte[] root(TreeHash hash, HashedFields all, List<FieldTree.Span> cover, List<byte[]> coverRoots) {
        return FieldTree.root(
                hash,
                all.size(),
                cover,
                coverRoots,
                index -> all.fields().get(index).leaf(hash));
    }

    private static JsonArray hexes(List<byte[]> hashes) {
        return JsonArray.ofStrings(hashes.stream().map(Spelling::hex).toList());
    }
}
