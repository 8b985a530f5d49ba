package cn.justicehub.ledger.record;

import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.text.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The spellings inside an opening. */
final class OpeningText {
    private OpeningText() {}

    /** The member {@code salts}: base 64 of {@code count} salts. */
    static List<byte[]> salts(JsonObject object, int count) throws RecordFault {
        String text = object.string("salts");
        byte[] bytes = text == null ? null : Spelling.base64(text);
        if (bytes == null || bytes.length != (long) count * Salts.SALT_LENGTH) {
            throw new RecordFault("salts is not base 64 of one salt for each of " + count + " fields");
        }
        List<byte[]> salts = new ArrayList<>(count);
        for (int from = 0; from < bytes.length; from += Salts.SALT_LENGTH) {
            salts.add(Arrays.copyOfRange(bytes, from, from + Salts.SALT_LENGTH));
        }
        return salts;
    }

    /** The member named after the hash: {@code count} hashes in lower-case hexadecimal. */
    static List<byte[]> cover(JsonObject object, TreeHash hash, int count) throws RecordFault {
        List<byte[]> cover = new ArrayList<>();
        if (object.get(hash.label()) instanceof JsonArray array && array.items().size() == count) {
            for (var item : array.items()) {
                byte[] one = item instanceof JsonString text ? Spelling.hex(text.value(), TreeHash.LENGTH) : null;
                if (one != null) {
                    cover.add(one);
                }
            }
        }
        if (cover.size() != count) {
            throw new RecordFault("the payload's " + hash.label() + " is not " + count + " hashes");
        }
        return cover;
    }
}
