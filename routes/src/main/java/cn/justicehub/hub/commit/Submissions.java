package cn.justicehub.hub.commit;

import cn.justicehub.hub.problem.Refusal;
import java.util.concurrent.CompletableFuture;

/** Where entries are handed in to be committed. */
public interface Submissions {

    /**
     * Queues an agency's entry.
     *
     * @return completed once durable, or with what refused it
     * @throws Refusal when the sender has too many entries waiting (503)
     */
    CompletableFuture<CommitResult> submit(Entry entry);

    /** Queues an entry of the hub itself; never refused for the length of the queue, and may wait a little for others. */
    CompletableFuture<CommitResult> submitOwn(Entry entry);
}
