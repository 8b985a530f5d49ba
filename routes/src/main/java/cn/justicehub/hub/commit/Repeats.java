package cn.justicehub.hub.commit;

import cn.justicehub.hub.problem.Refusal;
import java.util.UUID;

/** What comes a second time: the same message, or another one under a used name. */
public final class Repeats {

    private Repeats() {}

    static CommitResult of(Fold.Known known, Prepared prepared) {
        if (!prepared.hasContent(known.contentDigest())) {
            throw otherContent();
        }
        return new CommitResult.Repeat(EntryId.ofNumber(known.entry()));
    }

    /** The messageId was used for something else. */
    public static Refusal otherContent() {
        return Refusal.of(
                409,
                "E-DUP",
                "/messageId",
                "该报文编号已用于内容不同的报文",
                "this messageId was used for a message with other content");
    }

    static void checkSequence(Fold fold, Prepared prepared) {
        if (prepared.sequenceNo() == null) {
            return;
        }
        UUID used = fold.sequenceNumbers.get(prepared.sender() + "/" + prepared.sequenceNo());
        if (used != null && !used.equals(prepared.messageId())) {
            throw Refusal.of(
                    409, "E-SEQ", "/sequenceNo", "该顺序号已被另一报文使用", "this sequence number was used by another message");
        }
    }
}
