package cn.justicehub.hub.intake;

import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.Durable;
import cn.justicehub.hub.commit.Entry;
import cn.justicehub.hub.commit.Submissions;
import cn.justicehub.hub.problem.Refusal;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Hands an entry to the committer and waits until it is durable. */
@Component
final class Commit {

    private final Submissions committer;
    private final Again again;
    private final Answers answers;

    Commit(Submissions committer, Again again, Answers answers) {
        this.committer = committer;
        this.again = again;
        this.answers = answers;
    }

    /**
     * Commits.
     *
     * @throws Refusal what refused it; 503 when nobody knows yet: the sender repeats, and the message key answers
     */
    Answer commit(ActEntry entry, @ExchangeProperty(Checks.CHECKED) Checks.Checked checked) {
        CommitResult result = Durable.result(committer.submit(entry));
        if (result instanceof CommitResult.Refused refused) {
            Entry instead = again.instead(checked, entry, refused.refusal());
            return answers.of(instead == null ? result : Durable.result(committer.submit(instead)));
        }
        return answers.of(result);
    }
}
