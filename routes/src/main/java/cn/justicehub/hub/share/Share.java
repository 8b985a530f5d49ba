package cn.justicehub.hub.share;

import cn.justicehub.hub.problem.Refusal;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** One kind of work, of which each agency may have so much under way in this process: who floods is told, and nobody else. */
public final class Share {

    private final ToIntFunction<String> most;
    private final Supplier<Refusal> refusal;
    private final ConcurrentMap<String, AtomicInteger> byAgency = new ConcurrentHashMap<>();

    /**
     * A share of which nothing is taken.
     *
     * @param most how much an agency may have under way, by its code
     * @param refusal what it is told beyond that
     */
    public Share(ToIntFunction<String> most, Supplier<Refusal> refusal) {
        this.most = most;
        this.refusal = refusal;
    }

    /** A place taken; it is given back once. */
    public interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Takes a place.
     *
     * @throws Refusal when the agency has all of its places
     */
    public Place take(String agency) {
        AtomicInteger taken = byAgency.computeIfAbsent(agency, code -> new AtomicInteger());
        if (taken.incrementAndGet() > most.applyAsInt(agency)) {
            taken.decrementAndGet();
            throw refusal.get();
        }
        return taken::decrementAndGet;
    }

    /**
     * Does an agency's work in one of its places.
     *
     * @throws Refusal when the agency has all of its places
     */
    public <T> T within(String agency, Supplier<T> work) {
        try (Place place = take(agency)) {
            return work.get();
        }
    }
}
