package cn.justicehub.hub.intake;

import cn.justicehub.hub.commit.Durable;
import cn.justicehub.hub.commit.Submissions;
import cn.justicehub.hub.problem.Refusal;
import org.springframework.stereotype.Component;

/** Hands an entry to the committer and waits until it is durable. */
@Component
final class Commit {

    private final Submissions committer;
    private final Answers answers;

    Commit(Submissions committer, Answers answers) {
        this.committer = committer;
        this.answers = answers;
    }

    /**
     * Commits.
     *
     * @throws Refusal what refused it; 503 when nobody knows yet: the sender repeats, and the message key answers
     */
    Answer commit(ActEntry entry) {
        return answers.of(Durable.result(committer.submit(entry)));
    }
}
