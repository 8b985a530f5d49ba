package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.merkle.CompactRange;
import cn.justicehub.ledger.merkle.TreeGrowth;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.Checkpoint;
import cn.justicehub.ledger.note.SignedNote;
import cn.justicehub.ledger.receipt.Keyring;
import cn.justicehub.ledger.receipt.Options;
import cn.justicehub.ledger.receipt.ReceiptVerifier;
import cn.justicehub.ledger.receipt.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks at the log from outside: leaves, heads, receipts and proofs have to fit. */
final class LogCheck {

    private final HubUnderTest hub;
    private final JdbcTemplate jdbc;

    LogCheck(HubUnderTest hub) {
        this.hub = hub;
        this.jdbc = hub.bean(JdbcTemplate.class);
    }

    /** The committed head: its size and both checkpoints. */
    Map<String, Object> head() {
        return jdbc.queryForMap("select size, checkpoint, checkpoint_sm3 from head");
    }

    long size() {
        return (Long) Objects.requireNonNull(head().get("size"));
    }

    /** How many records of one kind and act there are; any act when it is empty. */
    long records(String kind, String act) {
        Long count = jdbc.queryForObject(
                "select count(*) from message where kind = ? and ? in ('', act)", Long.class, kind, act);
        return Objects.requireNonNull(count);
    }

    /** Leaves have no hole, hash to what is stored, and make the head that is committed; each is one record. */
    void isWhole() throws Exception {
        List<Map<String, Object>> leaves = jdbc.queryForList("select idx, bytes, sha256, sm3 from leaf order by idx");
        TreeGrowth sha256 = new TreeGrowth(CompactRange.empty(TreeHash.SHA256));
        TreeGrowth sm3 = new TreeGrowth(CompactRange.empty(TreeHash.SM3));
        for (int index = 0; index < leaves.size(); index++) {
            Map<String, Object> leaf = leaves.get(index);
            assertThat(leaf.get("idx")).isEqualTo((long) index);
            byte[] bytes = (byte[]) Objects.requireNonNull(leaf.get("bytes"));
            assertThat(leaf.get("sha256")).isEqualTo(TreeHash.SHA256.leaf(bytes));
            assertThat(leaf.get("sm3")).isEqualTo(TreeHash.SM3.leaf(bytes));
            sha256.add(TreeHash.SHA256.leaf(bytes));
            sm3.add(TreeHash.SM3.leaf(bytes));
        }
        Map<String, Object> head = jdbc.queryForMap("select * from head");
        assertThat(head.get("size")).isEqualTo((long) leaves.size());
        assertThat(head.get("edge_sha256")).isEqualTo(sha256.after().encode());
        assertThat(head.get("edge_sm3")).isEqualTo(sm3.after().encode());
        signs(head.get("checkpoint"), sha256);
        signs(head.get("checkpoint_sm3"), sm3);
        assertThat(jdbc.queryForObject("select count(*) from message", Long.class))
                .isEqualTo(jdbc.queryForObject("select count(*) from message_key", Long.class))
                .isEqualTo((long) leaves.size());
    }

    private static void signs(@Nullable Object note, TreeGrowth tree) throws Exception {
        Checkpoint checkpoint =
                Checkpoint.parse(SignedNote.parse(String.valueOf(note)).text());
        assertThat(checkpoint.size()).isEqualTo(tree.size());
        assertThat(checkpoint.root()).isEqualTo(tree.root());
    }

    /** A repeat and a look-up give the receipt's first bytes; it verifies, and so does a fresh proof of its leaf. */
    void finds(AgencyClient sender, Accepted one, Keyring keyring) throws Exception {
        Accepted again = sender.post(one.act(), one.body());
        assertThat(again.repeated()).isTrue();
        assertThat(again.receipt()).isEqualTo(one.receipt());
        assertThat(sender.receipt(one.entryId())).isEqualTo(one.receipt());
        verifies(one.receipt(), one.body(), keyring);
        verifies(withFreshProof(sender, one), one.body(), keyring);
    }

    /** The receipt with proofs against the published head in the place of its own. */
    private static byte[] withFreshProof(AgencyClient sender, Accepted one) throws Exception {
        JsonObject fresh = (JsonObject) Json.parse(await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> sender.get("/v1/messages/" + one.entryId() + "/proof"), bytes -> bytes.length > 0));
        JsonObject receipt = (JsonObject) Json.parse(one.receipt());
        assertThat(fresh.get("leaf")).isEqualTo(receipt.get("leaf"));
        return Jcs.encode(receipt.with("proof", Objects.requireNonNull(fresh.get("proof")))
                .with("proofSm3", Objects.requireNonNull(fresh.get("proofSm3"))));
    }

    /** A record of the hub itself: its receipt, as a party gets it, verifies with its body. */
    void evidenceVerifies(AgencyClient party, String entryId) throws Exception {
        EntryId entry = Objects.requireNonNull(EntryId.parse(entryId));
        byte[] body = hub.bean(MessageStore.class).body(entry);
        verifies(party.receipt(entryId), body, Receipts.keyring(hub));
    }

    void verifies(byte[] receipt, byte[] body) throws Exception {
        verifies(receipt, body, Receipts.keyring(hub));
    }

    static void verifies(byte[] receipt, byte[] body, Keyring keyring) {
        Verdict verdict = ReceiptVerifier.verify(receipt, body, keyring, Options.both());
        assertThat(verdict.failures()).isEmpty();
        assertThat(verdict.ok()).isTrue();
    }
}
