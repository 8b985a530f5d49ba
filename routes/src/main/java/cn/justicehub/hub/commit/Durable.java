package cn.justicehub.hub.commit;

import cn.justicehub.hub.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for the committer. */
public final class Durable {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Durable() {}

    /**
     * What became of an entry.
     *
     * @throws Refusal 503 when nobody knows yet: the sender repeats, and the message key answers
     */
    public static CommitResult result(CompletableFuture<CommitResult> submitted) {
        try {
            return submitted.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
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
