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
    private final List<Decided> decided = new ArrayList<>();

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
        EntryId id = new EntryId(before.generation(), before.size() + decided.size());
        Effect effect = entry.decide(fold, id, at);
        decided.add(new Decided(id, prepared, effect, sequencing(prepared, effect)));
        note(id, prepared, effect);
        return new CommitResult.Accepted(id, new byte[0]);
    }

    /** What was accepted, before its record is hashed: that needs no order, so it is done for all at once. */
    private record Decided(EntryId id, Prepared prepared, Effect effect, JsonObject sequencing) {

        AcceptedRecord record(long at) {
            SealedRecord sealed = prepared.record().seal(sequencing);
            Leaf leaf = sealed.leaf(at);
            return new AcceptedRecord(
                    id, prepared, effect, sealed, leaf, leaf.hash(TreeHash.SHA256), leaf.hash(TreeHash.SM3));
        }
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

    private void note(EntryId id, Prepared prepared, Effect effect) {
        long number = id.number();
        fold.apply(effect, effect.exchange().recorded(number, at));
        fold.messages.put(prepared.messageKey(), new Fold.Known(prepared.contentDigest(), number));
        Fold.Stream stream = fold.streams.get(prepared.sender());
        fold.streams.put(prepared.sender(), new Fold.Stream(stream == null ? 1 : stream.seq() + 1, number));
        if (prepared.sequenceNo() != null) {
            fold.sequenceNumbers.put(prepared.sender() + "/" + prepared.sequenceNo(), prepared.messageId());
        }
    }

    private Outcome finish() throws SQLException {
        if (decided.isEmpty()) {
            endWithoutRecords();
            return new Outcome(before, results);
        }
        List<AcceptedRecord> accepted =
                decided.parallelStream().map(one -> one.record(at)).toList();
        accepted.forEach(this::grow);
        Head after = new Head(before.generation(), before.origin(), sha256.after(), sm3.after(), at);
        HeadSigner.SignedHead signed = signer.sign(after);
        List<Proved> proved =
                accepted.stream().map(record -> proved(record, signed)).toList();
        List<Receipted> receipted = proved.parallelStream().map(Receipted::of).toList();
        GroupWriter writer = new GroupWriter();
        receipted.forEach(one -> writer.add(one.record(), one.sealed()));
        writer.write(connection, fold);
        headRow.update(connection, after, signed);
        Wakes.notify(connection, accepted, writer.wakesRelay());
        commit(connection);
        Map<EntryId, byte[]> receipts = new HashMap<>();
        receipted.forEach(one -> receipts.put(one.record().entry(), one.receipt()));
        results.replaceAll(result -> withReceipt(result, receipts));
        return new Outcome(after, results);
    }

    /**
     * A repeat is answered from a row whose own commit may never have reached the standby; the head lock is written to
     * the database's log, so that committing it waits until everything before it has.
     */
    private void endWithoutRecords() throws SQLException {
        if (results.stream().anyMatch(CommitResult.Repeat.class::isInstance)) {
            commit(connection);
        } else {
            connection.rollback();
        }
    }

    private void grow(AcceptedRecord record) {
        sha256.add(record.leafSha256());
        sm3.add(record.leafSm3());
    }

    /** A record and where it stands in both trees. The trees are read by one thread. */
    private record Proved(AcceptedRecord record, TlogProof proof, TlogProof proofSm3) {}

    private Proved proved(AcceptedRecord record, HeadSigner.SignedHead signed) {
        long index = record.entry().index();
        return new Proved(
                record,
                new TlogProof(TreeHash.SHA256, index, sha256.inclusionProof(index), signed.checkpoint()),
                new TlogProof(TreeHash.SM3, index, sm3.inclusionProof(index), signed.checkpointSm3()));
    }

    /** A record with its receipt, plain and sealed: made for all at once. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Receipted(AcceptedRecord record, byte[] receipt, byte[] sealed) {

        static Receipted of(Proved proved) {
            AcceptedRecord record = proved.record();
            EntryId entry = record.entry();
            byte[] receipt = Receipt.of(
                            new cn.justicehub.ledger.receipt.EntryId(entry.generation(), entry.index()),
                            record.sealed(),
                            proved.proof(),
                            proved.proofSm3())
                    .bytes();
            Prepared prepared = record.prepared();
            return new Receipted(
                    record, receipt, prepared.key().seal(ExchangeKey.Purpose.RECEIPT, prepared.messageId(), receipt));
        }
    }

    /** A warning about a cancelled wait for the standby means that nobody knows: it must not look like success. */
    static void commit(Connection connection) throws SQLException {
        connection.clearWarnings();
        connection.commit();
        if (connection.getWarnings() != null) {
            throw new UnknownOutcome(connection.getWarnings());
        }
    }

    private static CommitResult withReceipt(CommitResult result, Map<EntryId, byte[]> receipts) {
        if (result instanceof CommitResult.Accepted one) {
            byte[] receipt = receipts.get(one.entry());
            return new CommitResult.Accepted(one.entry(), receipt == null ? new byte[0] : receipt);
        }
        return result;
    }
}
