package cn.justicehub.ledger.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonNull;
import cn.justicehub.ledger.json.JsonNumber;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import cn.justicehub.ledger.merkle.ProofFault;
import cn.justicehub.ledger.merkle.TreeHash;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class SealedRecordTest {
    private static final byte[] KEY = new byte[16];
    private static final byte[] NONCE = new byte[32];
    private static final Salts SALTS = Salts.of(KEY, NONCE);

    /** RFC 5869 written out: extract under 32 zero bytes, one block of expand; then RFC 2104. */
    @Test
    void aSaltIsHmacUnderTheDerivedKey() {
        byte[] extracted = hmac(new byte[32], KEY);
        byte[] derived = hmac(extracted, new byte[] {'s', 'a', 'l', 't', 1});
        byte[] text = new byte[34];
        text[32] = '/';
        text[33] = 'a';
        assertThat(SALTS.salt("/a")).isEqualTo(hmac(derived, text)).hasSize(32);
        assertThat(SALTS.salt("/a")).isEqualTo(SALTS.salt("/a")).isNotEqualTo(SALTS.salt("/b"));
    }

    @Test
    void fieldsAreScalarsAndEmptyContainersByPointer() {
        Json value = Json.fromJava(Map.of(
                "b",
                List.of(1, List.of(), Map.of()),
                "a/b~c",
                "x",
                "",
                true,
                "\ufb33",
                1,
                "😀",
                2,
                "a",
                Map.of("a", 1)));
        assertThat(Field.of("", value).stream().map(Field::pointer))
                .containsExactly("/", "/a/a", "/a~1b~0c", "/b/0", "/b/1", "/b/2", "/😀", "/\ufb33");
        Json many = new JsonArray(Collections.nCopies(11, JsonNull.NULL));
        assertThat(Field.of("/x", many).stream().map(Field::pointer)).startsWith("/x/0", "/x/1", "/x/10", "/x/2");
        assertThat(Field.of("/x", JsonObject.of())).containsExactly(new Field("/x", JsonObject.of()));
    }

    @Property(tries = 150)
    void theRootIsThatOfAllFieldsAndTheOpeningRebuildsIt(
            @ForAll @IntRange(max = 12) int before,
            @ForAll @IntRange(max = 40) int payload,
            @ForAll @IntRange(max = 12) int after)
            throws RecordFault {
        JsonObject record = record(before, after);
        Json body = payload == 0 ? JsonNull.NULL : object("f", payload);
        SealedRecord sealed = SealedRecord.seal(record, PreparedPayload.of(body, SALTS), SALTS);
        Leaf leaf = sealed.leaf(1);
        Opening opening = Opening.parse(sealed.opening());
        for (TreeHash hash : TreeHash.values()) {
            List<byte[]> leaves = new ArrayList<>();
            for (Field field : Field.of("", record.with("payload", body))) {
                leaves.add(hash.leaf(concat(
                        SALTS.salt(field.pointer()),
                        Jcs.encode(JsonArray.of(new JsonString(field.pointer()), field.value())))));
            }
            assertThat(leaf.root(hash)).isEqualTo(FieldTree.root(hash, leaves, 0, leaves.size()));
            assertThat(opening.root(hash)).isEqualTo(leaf.root(hash));
        }
        assertThat(opening.difference(body)).isEmpty();
        assertThat(opening.difference(null)).isPresent();
    }

    @Test
    void everyFieldCanBeDisclosedAndNoOther() throws ProofFault {
        SealedRecord sealed = SealedRecord.seal(record(3, 2), PreparedPayload.of(object("f", 7), SALTS), SALTS);
        Leaf leaf = sealed.leaf(1);
        for (Field field : Field.of("", record(3, 2).with("payload", object("f", 7)))) {
            Disclosure shown = sealed.disclose(field.pointer()).orElseThrow();
            assertThat(shown.value()).isEqualTo(field.value());
            shown.verify(leaf);
            Disclosure other = new Disclosure(
                    shown.pointer(),
                    new JsonString("other"),
                    shown.salt(),
                    shown.index(),
                    shown.size(),
                    shown.path(TreeHash.SHA256),
                    shown.path(TreeHash.SM3));
            assertThatThrownBy(() -> other.verify(leaf)).isInstanceOf(ProofFault.class);
        }
        assertThat(sealed.disclose("/payload/none")).isEmpty();
    }

    @Test
    void aPreparedRecordSealsToTheSameRoots() {
        JsonObject whole = record(5, 4);
        JsonObject sequencing = JsonObject.of("a1", new JsonNumber(1));
        SealedRecord plain = SealedRecord.seal(whole, PreparedPayload.of(object("f", 9), SALTS), SALTS);
        SealedRecord prepared =
                PreparedRecord.of(whole.without("a1"), object("f", 9), SALTS).seal(sequencing);
        assertThat(prepared.leaf(1)).isEqualTo(plain.leaf(1));
        assertThat(prepared.opening()).isEqualTo(plain.opening());
        assertThat(PreparedRecord.of(whole, null, SALTS).seal(JsonObject.of()).leaf(1))
                .isEqualTo(SealedRecord.seal(whole, null, SALTS).leaf(1));
    }

    @Test
    void aDifferenceIsNamed() throws RecordFault {
        Json payload = object("f", 9);
        Opening opening = Opening.parse(SealedRecord.seal(record(3, 0), PreparedPayload.of(payload, SALTS), SALTS)
                .opening());
        assertThat(opening.difference(((JsonObject) payload).with("f0", JsonNull.NULL)))
                .hasValueSatisfying(text -> assertThat(text).endsWith("differs at /payload/f0"));
        assertThat(opening.difference(((JsonObject) payload).with("f7", JsonNull.NULL)))
                .hasValueSatisfying(text -> assertThat(text).contains("from /payload/f5 to /payload/f8"));
        assertThat(opening.difference(((JsonObject) payload).without("f1")))
                .hasValue("the payload has 8 fields, the sealed one has 9");
        assertThat(opening.difference(((JsonObject) payload).without("f0").with("g0", new JsonNumber(0))))
                .isPresent();
    }

    @Test
    void otherOpeningsAreRefused() {
        JsonObject good = SealedRecord.seal(record(2, 1), PreparedPayload.of(object("f", 3), SALTS), SALTS)
                .opening();
        JsonObject payload = (JsonObject) Objects.requireNonNull(good.get("payload"));
        for (JsonObject wrong : List.of(
                JsonObject.of(),
                good.without("record"),
                good.without("salts"),
                good.with("more", JsonNull.NULL),
                good.with("salts", new JsonString("AAAA")),
                good.with("record", JsonNull.NULL),
                good.with("record", JsonObject.of("payloadX", JsonNull.NULL)),
                good.with("payload", JsonNull.NULL),
                good.with("payload", payload.without("count")),
                good.with("payload", payload.with("count", new JsonNumber(2))),
                good.with("payload", payload.with("count", new JsonNumber(0))),
                good.with("payload", payload.with("count", new JsonNumber(JsonNumber.LARGEST))),
                good.with("payload", payload.with("sha256", JsonArray.of())),
                good.with("payload", payload.with("sm3", JsonNull.NULL)),
                good.with("payload", payload.with("x", JsonNull.NULL)))) {
            assertThatThrownBy(() -> Opening.parse(wrong)).as(wrong.toString()).isInstanceOf(RecordFault.class);
        }
    }

    @Test
    void aRecordWhosePayloadsPlaceIsUnclearIsNotSealed() {
        assertThatThrownBy(() -> SealedRecord.seal(JsonObject.of("payload-x", JsonNull.NULL), null, SALTS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SealedRecord.seal(JsonObject.of(), null, SALTS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Salts.of(new byte[15], NONCE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Salts.of(KEY, new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonObject record(int before, int after) {
        JsonObject.Builder record = JsonObject.builder();
        for (int i = 0; i < before; i++) {
            record.put("a" + i, i);
        }
        for (int i = 0; i < after; i++) {
            record.put("z" + i, "text " + i);
        }
        return record.build();
    }

    private static JsonObject object(String prefix, int members) {
        JsonObject.Builder object = JsonObject.builder();
        for (int i = 0; i < members; i++) {
            object.put(prefix + i, i);
        }
        return object.build();
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(text, 0, text.length);
        byte[] out = new byte[32];
        mac.doFinal(out, 0);
        return out;
    }

    private static byte[] concat(byte[] left, byte[] right) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(left);
        both.writeBytes(right);
        return both.toByteArray();
    }
}
