package cn.justicehub.ledger.receipt;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonNull;
import cn.justicehub.ledger.json.JsonNumber;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.Ed25519NoteSigner;
import cn.justicehub.ledger.note.NoteFault;
import cn.justicehub.ledger.note.NoteVerifier;
import cn.justicehub.ledger.note.Sm2NoteSigner;
import cn.justicehub.ledger.record.PreparedPayload;
import cn.justicehub.ledger.record.Salts;
import cn.justicehub.ledger.record.SealedRecord;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptVerifierTest {
    private static final byte[] RECEIPT = Vectors.bytes("notice/receipt.json");
    private static final byte[] MESSAGE = Vectors.bytes("notice/message.json");
    private static final Keyring KEYRING = keyring();

    @Test
    void theExamplesHold() {
        assertThat(verify(RECEIPT, MESSAGE).failures()).isEmpty();
        assertThat(verify(RECEIPT, null).ok()).isTrue();
        assertThat(verify(Vectors.bytes("administration/receipt.json"), null).ok())
                .isTrue();
        assertThat(verify(Vectors.bytes("answer/receipt.json"), Vectors.bytes("answer/message.json"))
                        .failures())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oneTreeAloneIsVerifiedWhenAskedFor(TreeHash hash) {
        String other = hash == TreeHash.SHA256 ? "proofSm3" : "proof";
        byte[] broken = Jcs.encode(receipt().with(other, new JsonString("nothing")));
        assertThat(ReceiptVerifier.verify(broken, MESSAGE, KEYRING, Options.only(hash))
                        .failures())
                .isEmpty();
        assertThat(verify(broken, MESSAGE).ok()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "entryId, '\"2-1\"', entryId.generation.sha256",
        "entryId, '\"1-2\"', entryId.index.sm3",
        "entryId, '\"1-01\"', entryId.form",
        "exchangeId, '\"other\"', member.exchangeId",
        "acceptedAt, 1795077600124, member.acceptedAt",
        "durability, '\"replicated\"', member.durability",
        "warnings, '[\"E-LATE\"]', member.warnings",
        "proof, '\"\"', proof.sha256",
        "proofSm3, '\"\"', proof.sm3",
        "opening, '{}', opening.form",
        "acceptedAt, '\"1795077600123\"', receipt.form",
        "warnings, '[1]', receipt.form",
        "warnings, 'null', receipt.form",
        "leaf, '{\"v\":1}', receipt.form",
        "leaf, '[]', receipt.form",
        "extra, '1', receipt.form"
    })
    void eachAlteredMemberIsFound(String member, String value, String check) throws Exception {
        Json json = Json.parse(value.getBytes(StandardCharsets.UTF_8));
        assertThat(failures(receipt().with(member, json))).contains(check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"entryId", "exchangeId", "acceptedAt", "durability", "warnings", "proofSm3"})
    void eachMissingMemberIsFound(String member) {
        assertThat(failures(receipt().without(member))).containsExactly("receipt.form");
    }

    @Test
    void anAlteredLeafIsFound() {
        JsonObject leaf = (JsonObject) requireNonNull(receipt().get("leaf"));
        assertThat(failures(receipt().with("leaf", leaf.with("at", new JsonNumber(1)))))
                .contains("leaf.at", "inclusion.sha256", "inclusion.sm3");
        assertThat(failures(receipt().with("leaf", leaf.with("sha256", new JsonString("0".repeat(64))))))
                .contains("root.sha256", "inclusion.sha256", "inclusion.sm3");
        assertThat(failures(receipt().with("leaf", leaf.with("sm3", new JsonString("0".repeat(64))))))
                .contains("root.sm3", "inclusion.sha256");
    }

    @Test
    void everyMemberOfTheRecordIsBoundByTheRoots() {
        JsonObject opening = opening();
        JsonObject record = (JsonObject) requireNonNull(opening.get("record"));
        for (Map.Entry<String, Json> member : record.members().entrySet()) {
            JsonObject altered = opening.with("record", record.with(member.getKey(), new JsonString("other")));
            assertThat(failures(receipt().with("opening", altered)))
                    .as(member.getKey())
                    .containsAnyOf("root.sha256", "opening.form");
        }
    }

    @Test
    void thePartsOfThePayloadsOpeningAreBound() {
        JsonObject payload = (JsonObject) requireNonNull(opening().get("payload"));
        for (String hash : List.of("sha256", "sm3")) {
            JsonArray cover = (JsonArray) requireNonNull(payload.get(hash));
            List<Json> hashes = new ArrayList<>(cover.items());
            hashes.set(0, new JsonString("0".repeat(64)));
            JsonObject altered = opening().with("payload", payload.with(hash, new JsonArray(hashes)));
            assertThat(failures(receipt().with("opening", altered))).contains("root." + hash);
        }
        byte[] salts = Base64.getDecoder().decode(requireNonNull(payload.string("salts")));
        salts[5] ^= 1;
        JsonObject salted =
                payload.with("salts", new JsonString(Base64.getEncoder().encodeToString(salts)));
        assertThat(failures(receipt().with("opening", opening().with("payload", salted))))
                .containsExactly("message.payload");
    }

    @ParameterizedTest
    @CsvSource({"proof, signature.sha256", "proofSm3, signature.sm3"})
    void anAlteredSignatureIsFound(String member, String check) {
        String proof = requireNonNull(receipt().string(member));
        int at = proof.length() - 40;
        char other = proof.charAt(at) == 'A' ? 'B' : 'A';
        String altered = proof.substring(0, at) + other + proof.substring(at + 1);
        assertThat(failures(receipt().with(member, new JsonString(altered)))).containsExactly(check);
    }

    @Test
    void proofsOfTheOtherTreeOrLeafAreRefused() {
        JsonObject swapped = receipt()
                .with("proof", requireNonNull(receipt().get("proofSm3")))
                .with("proofSm3", requireNonNull(receipt().get("proof")));
        assertThat(failures(swapped)).contains("proof.sha256", "proof.sm3");
        JsonObject other = Vectors.object("answer/receipt.json");
        assertThat(failures(receipt().with("proof", requireNonNull(other.get("proof")))))
                .contains("entryId.index.sha256", "inclusion.sha256");
    }

    @Test
    void anyAlteredBytesAreFound() {
        byte[] spaced = (" " + new String(RECEIPT, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        assertThat(verify(spaced, MESSAGE).failures().stream().map(Check::name)).containsExactly("receipt.form");
        for (int length : new int[] {0, 1, 100, RECEIPT.length / 2, RECEIPT.length - 1}) {
            assertThat(verify(Arrays.copyOf(RECEIPT, length), MESSAGE).status()).isEqualTo(Verdict.Status.UNREADABLE);
        }
    }

    @Property(tries = 400)
    void noSingleChangedByteIsAccepted(
            @ForAll @IntRange(max = 1 << 20) int at, @ForAll @ByteRange(min = 1, max = 127) byte change) {
        byte[] altered = RECEIPT.clone();
        altered[at % altered.length] ^= change;
        assertThat(verify(altered, MESSAGE).ok()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "{}", "[]", "null", "{\"leaf\":1}", "{\"a\":1,\"a\":1}"})
    void whatIsNoReceiptIsUnreadable(String text) {
        assertThat(verify(text.getBytes(StandardCharsets.UTF_8), null).status()).isEqualTo(Verdict.Status.UNREADABLE);
        assertThat(verify(MESSAGE, null).status()).isEqualTo(Verdict.Status.UNREADABLE);
    }

    @Test
    void keysAreTrustedForTheirOriginAndSizesOnly() {
        Keyring.Entry main = KEYRING.entries().get(0);
        Keyring.Entry twin = KEYRING.entries().get(1);
        assertThat(failuresUnder()).containsExactly("signature.sha256", "signature.sm3");
        assertThat(failuresUnder(main)).containsExactly("signature.sm3");
        assertThat(failuresUnder(twin)).containsExactly("signature.sha256");
        assertThat(failuresUnder(main, range(twin, 5, 5L))).isEmpty();
        assertThat(failuresUnder(main, range(twin, 0, 4L))).containsExactly("signature.sm3");
        assertThat(failuresUnder(range(main, 6, null), twin)).containsExactly("signature.sha256");
        Keyring.Entry elsewhere = new Keyring.Entry(main.key(), "other.invalid/log/1", 0, null);
        assertThat(failuresUnder(elsewhere, twin)).containsExactly("signature.sha256");
        Keyring.Entry crossed = new Keyring.Entry(main.key(), twin.origin(), 0, null);
        assertThat(failuresUnder(main, crossed)).containsExactly("signature.sm3");
    }

    @Test
    void anotherKeyOfTheSameNameIsNotTrusted() throws Exception {
        Keyring.Entry main = KEYRING.entries().get(0);
        Ed25519NoteSigner other = Ed25519NoteSigner.generate(main.key().name(), new SecureRandom());
        Keyring.Entry stranger = new Keyring.Entry(NoteVerifier.parse(other.vkey()), main.origin(), 0, null);
        assertThat(failuresUnder(stranger, KEYRING.entries().get(1))).containsExactly("signature.sha256");
        assertThat(failuresUnder(stranger, main, KEYRING.entries().get(1))).isEmpty();
    }

    /** An operator decides about a delivery: what is sealed is the decision, what was sent is bound by its digests. */
    @Test
    void aMessageWithoutPayloadIsBoundByItsBytesUnlessItIsAnAct() throws Exception {
        byte[] body = "{\"messageId\":\"m\",\"reason\":\"r\"}".getBytes(StandardCharsets.UTF_8);
        byte[] other = "{\"messageId\":\"m\",\"reason\":\"s\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(accountFailures("delivery", body, body)).isEmpty();
        assertThat(accountFailures("delivery", body, other))
                .containsExactly("message.digest.sha256", "message.digest.sm3");
        assertThat(accountFailures("message", body, body)).containsExactly("message.payload");
    }

    private static List<String> accountFailures(String kind, byte[] sealedBody, byte[] shownBody) throws Exception {
        JsonObject record = JsonObject.builder()
                .put("kind", kind)
                .put("exchangeId", "x")
                .put("messageId", "m")
                .put("acceptedAt", 7)
                .put("durability", "single-node")
                .put("receivedBytesDigest", digests(sealedBody))
                .build();
        SealedRecord sealed = sealed(record, JsonObject.of("deliveryId", new JsonString("1-0-a")));
        Signers signers = Signers.fresh();
        Receipt receipt =
                new ExampleLog(List.of(ExampleLog.leafOf(sealed))).receipt(0, sealed, signers.main(), signers.twin());
        return ReceiptVerifier.verify(receipt.bytes(), shownBody, signers.keyring(), Options.both()).failures().stream()
                .map(Check::name)
                .toList();
    }

    private static JsonObject digests(byte[] body) {
        return JsonObject.builder()
                .put("sha256", HexFormat.of().formatHex(TreeHash.SHA256.digest(body)))
                .put("sm3", HexFormat.of().formatHex(TreeHash.SM3.digest(body)))
                .build();
    }

    /** Keys of a log that exists in one test only. */
    private record Signers(Ed25519NoteSigner main, Sm2NoteSigner twin) {

        static Signers fresh() {
            SecureRandom random = new SecureRandom();
            return new Signers(
                    Ed25519NoteSigner.generate(ExampleLog.ORIGIN.text(TreeHash.SHA256), random),
                    Sm2NoteSigner.generate(ExampleLog.ORIGIN.text(TreeHash.SM3), random));
        }

        Keyring keyring() throws NoteFault {
            return new Keyring(List.of(
                    new Keyring.Entry(NoteVerifier.parse(main.vkey()), main.name(), 0, null),
                    new Keyring.Entry(NoteVerifier.parse(twin.vkey()), twin.name(), 0, null)));
        }
    }

    @Test
    void headsOfDifferentSizeOrLogAreRefused() throws Exception {
        SealedRecord sealed = sealed();
        Signers signers = Signers.fresh();
        Ed25519NoteSigner main = signers.main();
        Sm2NoteSigner twin = signers.twin();
        Keyring keyring = signers.keyring();
        ExampleLog one = new ExampleLog(List.of(ExampleLog.leafOf(sealed)));
        ExampleLog two = new ExampleLog(List.of(ExampleLog.leafOf(sealed), ExampleLog.leafOf(sealed)));
        Receipt good = one.receipt(0, sealed, main, twin);
        Receipt mixed = Receipt.of(
                new EntryId(1, 0),
                sealed,
                one.proof(TreeHash.SHA256, 0, one.head(TreeHash.SHA256).sign(main)),
                two.proof(TreeHash.SM3, 0, two.head(TreeHash.SM3).sign(twin)));
        assertThat(ReceiptVerifier.verify(good.bytes(), null, keyring, Options.both())
                        .failures())
                .isEmpty();
        assertThat(ReceiptVerifier.verify(mixed.bytes(), null, keyring, Options.both()).failures().stream()
                        .map(Check::name))
                .containsExactly("heads.size");
    }

    @Test
    void anAlteredMessageIsFoundAndNamed() {
        String text = new String(MESSAGE, StandardCharsets.UTF_8);
        assertThat(messageFailures(text.replace("INVESTIGATION", "PROSECUTION")))
                .containsEntry("message.payload", "the payload differs at /payload/stage")
                .containsKey("message.digest.sm3");
        assertThat(messageFailures(text.replace("测试丙", "测试甲")).get("message.payload"))
                .contains("from /payload/charges/0 to /payload/person/name");
        assertThat(messageFailures(text.replace(",\n    \"contacts\": []", "")))
                .containsEntry("message.payload", "the payload has 9 fields, the sealed one has 10");
        assertThat(messageFailures(text.replace("msg-2026-000001", "msg-2026-000009")))
                .containsOnlyKeys("message.digest.sha256", "message.digest.sm3", "message.messageId");
        assertThat(messageFailures(text.replace("  \"payload\"", " \"payload\"")))
                .containsOnlyKeys("message.digest.sha256", "message.digest.sm3")
                .containsEntry(
                        "message.digest.sm3", "the bytes differ, though every field of the payload is the sealed one");
        assertThat(messageFailures("no JSON")).containsKeys("message.digest.sm3", "message.payload");
        assertThat(messageFailures("[]")).containsKeys("message.messageId", "message.payload");
    }

    @Test
    void aReceiptWithoutMessageIsNoReceiptForOne() {
        byte[] receipt = Vectors.bytes("administration/receipt.json");
        assertThat(verify(receipt, MESSAGE).failures().stream().map(Check::name))
                .containsExactly("message.digest.sha256", "message.digest.sm3", "message.messageId", "message.payload");
    }

    @Test
    void theVerdictIsJsonToo() {
        JsonObject json = verify(RECEIPT, null).toJson();
        assertThat(json.string("verdict")).isEqualTo("ok");
        assertThat(((JsonArray) requireNonNull(json.get("checks"))).items()).isNotEmpty();
        assertThat(verify(new byte[0], null).toJson().string("verdict")).isEqualTo("unreadable");
    }

    private static Map<String, String> messageFailures(String message) {
        return verify(RECEIPT, message.getBytes(StandardCharsets.UTF_8)).failures().stream()
                .collect(Collectors.toMap(Check::name, check -> String.valueOf(check.note())));
    }

    private static List<String> failuresUnder(Keyring.Entry... entries) {
        return ReceiptVerifier.verify(RECEIPT, MESSAGE, new Keyring(List.of(entries)), Options.both())
                .failures()
                .stream()
                .map(Check::name)
                .toList();
    }

    private static Keyring.Entry range(Keyring.Entry entry, long from, @Nullable Long to) {
        return new Keyring.Entry(entry.key(), entry.origin(), from, to);
    }

    private static SealedRecord sealed() {
        JsonObject record = JsonObject.builder()
                .put("exchangeId", "x")
                .put("acceptedAt", 7)
                .put("durability", "single-node")
                .build();
        return sealed(record, JsonNull.NULL);
    }

    private static SealedRecord sealed(JsonObject record, Json payload) {
        Salts salts = Salts.of(new byte[16], new byte[32]);
        return SealedRecord.seal(record, PreparedPayload.of(payload, salts), salts);
    }

    private static List<String> failures(JsonObject receipt) {
        return verify(Jcs.encode(receipt), MESSAGE).failures().stream()
                .map(Check::name)
                .toList();
    }

    private static Verdict verify(byte[] receipt, byte @Nullable [] message) {
        return ReceiptVerifier.verify(receipt, message, KEYRING, Options.both());
    }

    private static JsonObject receipt() {
        return Vectors.object("notice/receipt.json");
    }

    private static JsonObject opening() {
        return (JsonObject) requireNonNull(receipt().get("opening"));
    }

    private static Keyring keyring() {
        try {
            return Keyring.parse(Vectors.bytes("keyring.jsonl"));
        } catch (KeyringFault fault) {
            throw new IllegalStateException(fault);
        }
    }
}
