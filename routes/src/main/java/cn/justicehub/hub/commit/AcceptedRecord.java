package cn.justicehub.hub.commit;

import cn.justicehub.ledger.record.Leaf;
import cn.justicehub.ledger.record.SealedRecord;

/**
 * A record that will be in the log if the transaction commits.
 *
 * @param entry its number
 * @param prepared what was prepared before the lock
 * @param effect what it changes
 * @param sealed the record with its roots
 * @param leaf its leaf
 * @param leafSha256 leaf hash in the SHA-256 tree
 * @param leafSm3 leaf hash in the SM3 tree
 */
record AcceptedRecord(
        EntryId entry,
        Prepared prepared,
        Effect effect,
        SealedRecord sealed,
        Leaf leaf,
        byte[] leafSha256,
        byte[] leafSm3) {}
