package cn.justicehub.hub.intake;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.Limits;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** How many messages of each agency may be in work at once: who floods is told to come back, and nobody else. */
@Component
public class InFlight {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Catalogue catalogue;
    private final ConcurrentMap<String, AtomicInteger> byAgency = new ConcurrentHashMap<>();

    InFlight(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Does an agency's work, unless it has too much in work already.
     *
     * @throws Refusal 503 with the time after which to come back
     */
    public <T> T within(String agency, Supplier<T> work) {
        AtomicInteger inFlight = byAgency.computeIfAbsent(agency, code -> new AtomicInteger());
        try {
            if (inFlight.incrementAndGet() > limit(agency)) {
                throw Refusal.unavailable("本机构在办报文过多，请稍后重试", "too many messages of this agency are in work", RETRY);
            }
            return work.get();
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private int limit(String agency) {
        return catalogue
                .agencies()
                .byCode(agency)
                .map(Agency::limits)
                .orElse(Limits.DEFAULT)
                .queue();
    }
}
