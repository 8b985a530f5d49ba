package cn.justicehub.hub.intake;

import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.Committer;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.MessageStore;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Hands an entry to the committer and waits until it is durable. */
@Component
final class Commit {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Committer committer;
    private final MessageStore messages;

    Commit(Committer committer, MessageStore messages) {
        this.committer = committer;
        this.messages = messages;
    }

    /**
     * Commits.
     *
     * @throws Refusal what refused it; 503 when nobody knows yet: the sender repeats, and the message key answers
     */
    Answer commit(ActEntry entry) {
        CommitResult result = await(entry);
        if (result instanceof CommitResult.Accepted accepted) {
            return new Answer(accepted.entry(), accepted.receipt(), false);
        }
        if (result instanceof CommitResult.Repeat repeat) {
            return new Answer(repeat.entry(), messages.receipt(repeat.entry()), true);
        }
        throw ((CommitResult.Refused) result).refusal();
    }

    private CommitResult await(ActEntry entry) {
        try {
            return committer.submit(entry).get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown();
        } catch (ExecutionException | TimeoutException e) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return Refusal.unavailable(
                "暂时无法受理，请用同一报文编号重试", "not known yet; repeat with the same messageId", Duration.ofSeconds(2));
    }
}
