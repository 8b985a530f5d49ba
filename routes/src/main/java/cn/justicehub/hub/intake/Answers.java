package cn.justicehub.hub.intake;

import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.MessageStore;
import org.springframework.stereotype.Component;

/** What the committer says, as an answer with its receipt. */
@Component
public class Answers {

    private final MessageStore messages;

    public Answers(MessageStore messages) {
        this.messages = messages;
    }

    /**
     * The answer.
     *
     * @throws Refusal what refused the entry
     */
    public Answer of(CommitResult result) {
        if (result instanceof CommitResult.Accepted accepted) {
            return new Answer(accepted.entry(), accepted.receipt(), false);
        }
        if (result instanceof CommitResult.Repeat repeat) {
            return again(repeat.entry());
        }
        throw ((CommitResult.Refused) result).refusal();
    }

    /** The answer of the first time. */
    private Answer again(EntryId entry) {
        return new Answer(entry, messages.receipt(entry), true);
    }
}
