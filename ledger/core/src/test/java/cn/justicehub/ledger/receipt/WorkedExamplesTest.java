package cn.justicehub.ledger.receipt;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.Ed25519NoteSigner;
import cn.justicehub.ledger.note.NoteVerifier;
import cn.justicehub.ledger.note.SignedNote;
import cn.justicehub.ledger.note.Sm2NoteSigner;
import cn.justicehub.ledger.record.Disclosure;
import cn.justicehub.ledger.record.FieldHasher;
import cn.justicehub.ledger.record.Leaf;
import cn.justicehub.ledger.record.PreparedPayload;
import cn.justicehub.ledger.record.Salts;
import cn.justicehub.ledger.record.SealedRecord;
import cn.justicehub.ledger.text.Spelling;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every byte of the published examples, made again from record, key and nonce. */
class WorkedExamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"notice", "administration", "answer"})
    void saltsFieldsAndLeaf(String name) throws Exception {
        JsonObject example = Vectors.object(name + "/example.json");
        SealedRecord sealed = sealed(example);
        Leaf leaf = ExampleLog.leafOf(sealed);
        assertThat(new String(leaf.bytes(), StandardCharsets.UTF_8)).isEqualTo(example.string("leaf"));
        Salts salts = salts(example);
        for (Json item : ((JsonArray) requireNonNull(example.get("fields"))).items()) {
            JsonObject field = (JsonObject) item;
            String pointer = requireNonNull(field.string("pointer"));
            byte[] salt = salts.salt(pointer);
            Json value = requireNonNull(field.get("value"));
            assertThat(Spelling.hex(salt)).isEqualTo(field.string("salt"));
            for (TreeHash hash : TreeHash.values()) {
                assertThat(Spelling.hex(FieldHasher.leaf(hash, salt, pointer, value)))
                        .isEqualTo(field.string(hash.label()));
            }
            Disclosure shown = sealed.disclose(pointer).orElseThrow();
            assertThat(shown.value()).isEqualTo(value);
            shown.verify(leaf);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice", "administration", "answer"})
    void receipt(String name) throws Exception {
        JsonObject example = Vectors.object(name + "/example.json");
        long index = requireNonNull(example.number("index"));
        ExampleLog log = new ExampleLog(leaves());
        SignedNote head = log.head(TreeHash.SHA256).sign(ed25519());
        SignedNote twin = SignedNote.parse(Vectors.bytes("checkpoint-sm3"));
        Receipt receipt = Receipt.of(
                new EntryId(1, index),
                sealed(example),
                log.proof(TreeHash.SHA256, index, head),
                log.proof(TreeHash.SM3, index, twin));
        assertThat(new String(receipt.bytes(), StandardCharsets.UTF_8)).isEqualTo(Vectors.text(name + "/receipt.json"));
        assertThat(Receipt.parse(receipt.bytes())).isEqualTo(receipt);
    }

    @Test
    void headsAndKeys() throws Exception {
        ExampleLog log = new ExampleLog(leaves());
        assertThat(log.head(TreeHash.SHA256).sign(ed25519()).format()).isEqualTo(Vectors.text("checkpoint"));
        SignedNote twin = SignedNote.parse(Vectors.bytes("checkpoint-sm3"));
        assertThat(twin.text()).isEqualTo(log.head(TreeHash.SM3).text());
        Sm2NoteSigner sm2 =
                Sm2NoteSigner.parse(requireNonNull(Vectors.object("keys.json").string("sm2")), new SecureRandom());
        twin.verify(List.of(NoteVerifier.parse(sm2.vkey())));
        Keyring keyring = Keyring.parse(Vectors.bytes("keyring.jsonl"));
        assertThat(keyring.bytes()).isEqualTo(Vectors.bytes("keyring.jsonl"));
        assertThat(keyring.entries().stream().map(entry -> entry.key().vkey()))
                .containsExactly(ed25519().vkey(), sm2.vkey());
    }

    private static Ed25519NoteSigner ed25519() throws Exception {
        return Ed25519NoteSigner.parse(
                requireNonNull(Vectors.object("keys.json").string("ed25519")));
    }

    private static List<Leaf> leaves() throws Exception {
        List<Leaf> leaves = new ArrayList<>();
        for (String line : Vectors.text("leaves.jsonl").lines().toList()) {
            leaves.add(Leaf.parse(line.getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    private static Salts salts(JsonObject example) {
        HexFormat hex = HexFormat.of();
        return Salts.of(
                hex.parseHex(requireNonNull(example.string("exchangeKey"))),
                hex.parseHex(requireNonNull(example.string("nonce"))));
    }

    private static SealedRecord sealed(JsonObject example) {
        JsonObject record = (JsonObject) requireNonNull(example.get("record"));
        Json payload = record.get("payload");
        Salts salts = salts(example);
        return SealedRecord.seal(
                record.without("payload"), payload == null ? null : PreparedPayload.of(payload, salts), salts);
    }
}
