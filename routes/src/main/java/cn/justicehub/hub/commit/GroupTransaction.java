package cn.justicehub.hub.commit;

import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.merkle.TreeGrowth;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.proof.TlogProof;
import cn.justicehub.ledger.receipt.Receipt;
import cn.justicehub.ledger.record.Leaf;
import cn.justicehub.ledger.record.SealedRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One group of entries in one database transaction: lock the head, fold, write set-wise, sign, commit. */
final class GroupTransaction {

    private final Connection connection;
    private final HeadRow headRow;
    private final HeadSigner signer;
    private final String durability;
    private final Head before;
    private final long at;
    private final Fold fold;
    private final TreeGrowth sha256;
    private final TreeGrowth sm3;
    private final List<CommitResult> results = new ArrayList<>();
    private final List<AcceptedRecord> accepted = new ArrayList<>();

    private GroupTransaction(
            Connection connection,
            HeadRow headRow,
            HeadSigner signer,
            String durability,
            BusinessClock clock,
            List<Entry> entries)
            throws SQLException {
        this.connection = connection;
        this.headRow = headRow;
        this.signer = signer;
        this.durability = durability;
        this.before = headRow.lock(connection);
        this.at = Math.max(clock.now().toEpochMilli(), before.acceptedAt());
        this.fold = GroupLoader.load(connection, entries);
        this.sha256 = new TreeGrowth(before.sha256());
        this.sm3 = new TreeGrowth(before.sm3());
    }

    /**
     * The outcome of a group, durable when returned.
     *
     * @param head the head after it, or the one before when nothing was accepted
     * @param results one result an entry, in order
     */
    record Outcome(Head head, List<CommitResult> results) {}

    /**
     * Runs a group and commits it.
     *
     * @throws SQLException when the database refuses; nothing was committed then, unless the COMMIT itself failed
     */
    static Outcome run(
            Connection connection,
            HeadRow headRow,
            HeadSigner signer,
            String durability,
            BusinessClock clock,
            List<Entry> entries)
            throws SQLException {
        GroupTransaction group = new GroupTransaction(connection, headRow, signer, durability, clock, entries);
        entries.forEach(group::fold);
        return group.finish();
    }

    private void fold(Entry entry) {
        try {
            results.add(take(entry));
        } catch (Refusal refusal) {
            results.add(new CommitResult.Refused(refusal));
        }
    }

    private CommitResult take(Entry entry) {
        Prepared prepared = entry.prepared();
        Fold.Known known = fold.messages.get(prepared.messageKey());
        if (known != null) {
            return Repeats.of(known, prepared);
        }
        Repeats.checkSequence(fold, prepared);
        EntryId id = new EntryId(before.generation(), before.size() + accepted.size());
        Effect effect = entry.decide(fold, id, at);
        AcceptedRecord record = record(id, prepared, effect);
        accepted.add(record);
        note(record);
        return new CommitResult.Accepted(id, new byte[0]);
    }

    private AcceptedRecord record(EntryId id, Prepared prepared, Effect effect) {
        SealedRecord sealed = prepared.record().seal(sequencing(prepared, effect));
        Leaf leaf = sealed.leaf(at);
        byte[] leafSha256 = leaf.hash(TreeHash.SHA256);
        byte[] leafSm3 = leaf.hash(TreeHash.SM3);
        sha256.add(leafSha256);
        sm3.add(leafSm3);
        return new AcceptedRecord(id, prepared, effect, sealed, leaf, leafSha256, leafSm3);
    }

    /** The members of a record that only the lock can give. */
    private JsonObject sequencing(Prepared prepared, Effect effect) {
        ExchangeState exchange = effect.exchange();
        Fold.Stream stream = fold.streams.get(prepared.sender());
        JsonObject.Builder members = JsonObject.builder()
                .put("acceptedAt", at)
                .put("exchangeSeq", exchange.seq() + 1L)
                .put("senderSeq", stream == null ? 1L : stream.seq() + 1)
                .put("durability", durability)
                .put("warnings", JsonArray.ofStrings(effect.warnings()));
        if (exchange.seq() > 0) {
            members.put(
                    "prevExchangeLeaf", EntryId.ofNumber(exchange.lastEntry()).toString());
        }
        if (stream != null) {
            members.put("prevSenderLeaf", EntryId.ofNumber(stream.lastEntry()).toString());
        }
        return members.build();
    }

    private void note(AcceptedRecord record) {
        Prepared prepared = record.prepared();
        long number = record.entry().number();
        fold.apply(record.effect(), record.effect().exchange().recorded(number, at));
        fold.messages.put(prepared.messageKey(), new Fold.Known(prepared.contentDigest(), number));
        Fold.Stream stream = fold.streams.get(prepared.sender());
        fold.streams.put(prepared.sender(), new Fold.Stream(stream == null ? 1 : stream.seq() + 1, number));
        if (prepared.sequenceNo() != null) {
            fold.sequenceNumbers.put(prepared.sender() + "/" + prepared.sequenceNo(), prepared.messageId());
        }
    }

    private Outcome finish() throws SQLException {
        if (accepted.isEmpty()) {
            connection.rollback();
            return new Outcome(before, results);
        }
        Head after = new Head(before.generation(), before.origin(), sha256.after(), sm3.after(), at);
        HeadSigner.SignedHead signed = signer.sign(after);
        GroupWriter writer = new GroupWriter();
        Map<EntryId, byte[]> receipts = new HashMap<>();
        for (AcceptedRecord record : accepted) {
            byte[] receipt = receipt(record, signed);
            receipts.put(record.entry(), receipt);
            writer.add(record, seal(record.prepared(), receipt));
        }
        writer.write(connection, fold);
        headRow.update(connection, after, signed);
        Wakes.notify(connection, accepted, writer.wakesRelay());
        commit();
        results.replaceAll(result -> withReceipt(result, receipts));
        return new Outcome(after, results);
    }

    /** A warning about a cancelled wait for the standby means that nobody knows: it must not look like success. */
    private void commit() throws SQLException {
        connection.clearWarnings();
        connection.commit();
        if (connection.getWarnings() != null) {
            throw new UnknownOutcome(connection.getWarnings());
        }
    }

    private byte[] receipt(AcceptedRecord record, HeadSigner.SignedHead signed) {
        long index = record.entry().index();
        TlogProof proof = new TlogProof(TreeHash.SHA256, index, sha256.inclusionProof(index), signed.checkpoint());
        TlogProof proofSm3 = new TlogProof(TreeHash.SM3, index, sm3.inclusionProof(index), signed.checkpointSm3());
        EntryId entry = record.entry();
        return Receipt.of(
                        new cn.justicehub.ledger.receipt.EntryId(entry.generation(), entry.index()),
                        record.sealed(),
                        proof,
                        proofSm3)
                .bytes();
    }

    private static byte[] seal(Prepared prepared, byte[] receipt) {
        return prepared.key().seal(ExchangeKey.Purpose.RECEIPT, prepared.messageId(), receipt);
    }

    private static CommitResult withReceipt(CommitResult result, Map<EntryId, byte[]> receipts) {
        if (result instanceof CommitResult.Accepted one) {
            byte[] receipt = receipts.get(one.entry());
            return new CommitResult.Accepted(one.entry(), receipt == null ? new byte[0] : receipt);
        }
        return result;
    }
}
