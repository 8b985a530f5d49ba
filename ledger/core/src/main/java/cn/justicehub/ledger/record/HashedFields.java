package cn.justicehub.ledger.record;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.text.Spelling;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Fields in pointer order, hashed. Immutable. */
record HashedFields(List<HashedField> fields) {

    HashedFields {
        fields = List.copyOf(fields);
    }

    /** The fields at and below a value. */
    static HashedFields of(String pointer, Json value, Salts salts) {
        return hash(Field.of(pointer, value), salts);
    }

    /** The fields of an object's members; an object without members has none. */
    static HashedFields ofMembers(JsonObject object, Salts salts) {
        return hash(object.members().isEmpty() ? List.of() : Field.of("", object), salts);
    }

    /** Fields whose salts are already known, in order. */
    static HashedFields of(List<Field> fields, List<byte[]> salts) {
        List<HashedField> hashed = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            hashed.add(FieldHasher.hash(fields.get(i), salts.get(i)));
        }
        return new HashedFields(hashed);
    }

    private static HashedFields hash(List<Field> fields, Salts salts) {
        return new HashedFields(fields.stream()
                .map(field -> FieldHasher.hash(field, salts.salt(field.pointer())))
                .toList());
    }

    int size() {
        return fields.size();
    }

    /** Both, in order; no pointer is in both. */
    HashedFields merge(HashedFields other) {
        List<HashedField> all = new ArrayList<>(fields);
        all.addAll(other.fields);
        all.sort((left, right) -> Field.ORDER.compare(left.field(), right.field()));
        return new HashedFields(all);
    }

    /** The leaf hashes, in order. */
    List<byte[]> leaves(TreeHash hash) {
        return fields.stream().map(field -> field.leaf(hash)).toList();
    }

    /** Base 64 of all salts, one after the other. */
    String saltsText() {
        ByteArrayOutputStream salts = new ByteArrayOutputStream(size() * Salts.SALT_LENGTH);
        fields.forEach(field -> salts.writeBytes(field.salt()));
        return Spelling.base64(salts.toByteArray());
    }
}
