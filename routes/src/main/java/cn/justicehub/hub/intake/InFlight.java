package cn.justicehub.hub.intake;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.Limits;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.share.Share;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** How many messages of each agency may be in work at once, and how many dry runs: by its folder's {@code limits}. */
@Component
public class InFlight {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Catalogue catalogue;
    private final Share messages = new Share(
            agency -> limits(agency).queue(),
            () -> Refusal.unavailable("本机构在办报文过多，请稍后重试", "too many messages of this agency are in work", RETRY));
    private final Share dryRuns = new Share(
            agency -> limits(agency).inFlight(),
            () -> Refusal.tooMany("本机构同时试校验过多，请稍后重试", "too many dry runs of this agency at once", RETRY));

    InFlight(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Accepts an agency's message, unless it has too many in work already.
     *
     * @throws Refusal 503 with the time after which to come back
     */
    public <T> T within(String agency, Supplier<T> work) {
        return messages.within(agency, work);
    }

    /**
     * Tries an agency's message without accepting it, unless it has too many tried at once already.
     *
     * @throws Refusal 429 with the time after which to come back
     */
    public <T> T dryRun(String agency, Supplier<T> work) {
        return dryRuns.within(agency, work);
    }

    private Limits limits(String agency) {
        return catalogue.agencies().byCode(agency).map(Agency::limits).orElse(Limits.DEFAULT);
    }
}
