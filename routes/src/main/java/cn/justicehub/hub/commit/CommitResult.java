package cn.justicehub.hub.commit;

import cn.justicehub.hub.problem.Refusal;

/** What became of an entry. */
public sealed interface CommitResult {

    /**
     * Durable; these are the receipt's bytes for ever.
     *
     * @param entry its record
     * @param receipt the receipt
     */
    record Accepted(EntryId entry, byte[] receipt) implements CommitResult {}

    /**
     * The same message was durable before.
     *
     * @param entry its record
     */
    record Repeat(EntryId entry) implements CommitResult {}

    /**
     * Not accepted; nothing has changed.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements CommitResult {}
}
