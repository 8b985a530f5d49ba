package cn.justicehub.hub.commit;

import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Decides each entry as a group of its own and keeps what follows in memory; its receipts are not signed. */
public final class MemoryCommitter implements Submissions {

    private final Fold fold = new Fold();
    private final List<Effect> effects = new ArrayList<>();
    private final long at;

    /** @param at acceptance of everything, epoch milliseconds */
    public MemoryCommitter(long at) {
        this.at = at;
    }

    /** Something that is there already. */
    public MemoryCommitter with(ExchangeState exchange) {
        fold.load(exchange);
        return this;
    }

    /** A delivery that is there already. */
    public MemoryCommitter with(DeliveryState delivery) {
        fold.load(delivery);
        return this;
    }

    /** What was accepted, in order. */
    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    @Override
    public CompletableFuture<CommitResult> submit(Entry entry) {
        try {
            return CompletableFuture.completedFuture(take(entry));
        } catch (Refusal refusal) {
            return CompletableFuture.completedFuture(new CommitResult.Refused(refusal));
        }
    }

    @Override
    public CompletableFuture<CommitResult> submitOwn(Entry entry) {
        return submit(entry);
    }

    private CommitResult take(Entry entry) {
        Prepared prepared = entry.prepared();
        Fold.Known known = fold.messages.get(prepared.messageKey());
        if (known != null) {
            return Repeats.of(known, prepared);
        }
        EntryId id = new EntryId(1, effects.size());
        Effect effect = entry.decide(fold, id, at);
        fold.apply(effect, effect.exchange().recorded(id.number(), at));
        fold.messages.put(prepared.messageKey(), new Fold.Known(prepared.contentDigest(), id.number()));
        effects.add(effect);
        return new CommitResult.Accepted(id, ("receipt " + id).getBytes(StandardCharsets.UTF_8));
    }
}
