package cn.justicehub.hub.intake;

import cn.justicehub.api.violation.Findings;
import cn.justicehub.api.violation.Violation;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.definitions.KnownAgencies;
import cn.justicehub.hub.engine.ActRequest;
import cn.justicehub.hub.engine.Decision;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.engine.Extensions;
import cn.justicehub.hub.engine.Lifecycle;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Everything that can be wrong with an act, all at once (一次性告知). */
@Component
final class Checks {

    /** Exchange property: the {@link Checked} act that is being accepted. */
    static final String CHECKED = "checked";

    /** So many are enough to tell that a message is hopeless. */
    private static final int MOST_VIOLATIONS = 200;

    private final JsonMapper mapper = JsonMapper.shared();
    private final Catalogue catalogue;
    private final SenderSignatures signatures;
    private final BusinessClock clock;

    Checks(Catalogue catalogue, SenderSignatures signatures, BusinessClock clock) {
        this.catalogue = catalogue;
        this.signatures = signatures;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param violations all reasons to refuse, each once
     * @param warnings codes that do not refuse
     * @param request the act as the engine sees it
     */
    record Checked(Admitted admitted, List<Violation> violations, List<String> warnings, ActRequest request) {}

    /** Runs every check; refuses nothing itself. */
    Checked check(Admitted admitted) {
        Envelope envelope = admitted.read().envelope();
        Findings payload = payload(admitted);
        ActRequest request = request(admitted);
        List<Violation> violations = new ArrayList<>(admitted.read().violations());
        checkVersion(admitted, violations);
        violations.addAll(payload.violations());
        Decision decision =
                Lifecycle.decide(admitted.type(), before(admitted), request, new KnownAgencies(catalogue.agencies()));
        violations.addAll(lifecycle(decision, !payload.violations().isEmpty() || envelope.payload() == null));
        if (payload.violations().isEmpty()) {
            violations.addAll(Extensions.faults(admitted.type(), request, admitted.clocks()));
        }
        if (violations.isEmpty()) {
            violations.addAll(signatures.check(admitted));
        }
        return new Checked(admitted, distinct(violations), payload.warnings(), request);
    }

    /** As {@link #check}, but refuses when anything was found. */
    Checked require(Admitted admitted) {
        Checked checked = check(admitted);
        if (!checked.violations().isEmpty()) {
            throw Statuses.refuse(checked.violations());
        }
        return checked;
    }

    private Findings payload(Admitted admitted) {
        JsonObject payload = admitted.read().envelope().payload();
        if (payload == null) {
            return Findings.NONE;
        }
        return admitted.act().payload().check(mapper.valueToTree(payload.toJava()));
    }

    /** A guard speaks of a payload that its schema allows: on any other it has nothing to add to what the schema said. */
    private static List<Violation> lifecycle(Decision decision, boolean payloadWrong) {
        return decision.violations().stream()
                .filter(violation -> !payloadWrong || !violation.field().startsWith("/payload"))
                .toList();
    }

    private static void checkVersion(Admitted admitted, List<Violation> violations) {
        Long version = admitted.read().envelope().schemaVersion();
        if (admitted.exchange() == null
                && version != null
                && version != admitted.type().version()) {
            violations.add(Violation.of(
                    "E-SCHEMA",
                    "/schemaVersion",
                    "数据版本不是现行版本" + admitted.type().version(),
                    "the version in force is " + admitted.type().version()));
        }
    }

    private ExchangeState before(Admitted admitted) {
        ExchangeState exchange = admitted.exchange();
        return exchange == null
                ? ActEntry.blank(admitted.type(), new UUID(0, 0), clock.now().toEpochMilli())
                : exchange;
    }

    @SuppressWarnings("unchecked")
    private static ActRequest request(Admitted admitted) {
        JsonObject payload = admitted.read().envelope().payload();
        Map<String, Object> plain = payload == null ? Map.of() : (Map<String, Object>) payload.toJava();
        RecordDraft.Actor actor = admitted.read().envelope().actor();
        return new ActRequest(
                admitted.act().name(),
                new ActRequest.Sender(
                        admitted.sender().code(),
                        admitted.sender().roles(),
                        admitted.sender().level()),
                actor == null ? null : actor.id(),
                plain);
    }

    private static List<Violation> distinct(List<Violation> violations) {
        Map<String, Violation> distinct = new LinkedHashMap<>();
        violations.forEach(v -> distinct.putIfAbsent(v.code() + v.field() + v.message(), v));
        return distinct.values().stream().limit(MOST_VIOLATIONS).toList();
    }
}
