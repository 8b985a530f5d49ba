package cn.justicehub.connectors.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The law firm: accepts what it is offered, but declines for conflict of interest when the lawyer already defends someone whose
 * case is bound up with the party's (刑诉法解释43).
 */
public final class SimulatedFirm implements Script {

    /**
     * A lawyer who must not defend a party.
     *
     * @param licenceNo of the lawyer
     * @param partyName of the party
     */
    public record Conflict(String licenceNo, String partyName) {}

    /** 测试律师一 defends 测试甲, with whom 测试乙 is accused. */
    public static final Set<Conflict> CONFLICTS = Set.of(new Conflict(Lawyer.FIRST.licenceNo(), "测试乙"));

    private static final Actor PERSON = new Actor("firm-partner-01", "partner");

    private final Set<Conflict> conflicts;

    public SimulatedFirm() {
        this(CONFLICTS);
    }

    public SimulatedFirm(Set<Conflict> conflicts) {
        this.conflicts = Set.copyOf(conflicts);
    }

    @Override
    public List<Act> react(Inbound message, ExchangeView exchange) {
        return message.act().equals("offer") ? List.of(answer(message)) : List.of();
    }

    private Act answer(Inbound offer) {
        String assignmentNo = offer.payload().path("assignmentNo").stringValue();
        Conflict pair = new Conflict(
                offer.payload().at("/lawyer/licenceNo").stringValue(),
                offer.payload().path("partyName").stringValue());
        if (conflicts.contains(pair)) {
            return Act.answering(
                    offer,
                    "decline",
                    PERSON,
                    Json.object()
                            .put("assignmentNo", assignmentNo)
                            .put("decision", "DECLINE")
                            .put("declineCode", "CONFLICT"));
        }
        return Act.answering(
                offer,
                "accept",
                PERSON,
                Json.object().put("assignmentNo", assignmentNo).put("decision", "ACCEPT"));
    }

    /**
     * The report with which the firm closes a case (EX-10).
     *
     * @param assignmentNo number of the assignment that it accepted
     * @param outcomeCode a code of CL-OUTCOME
     */
    public static Act closing(String exchangeId, String assignmentNo, String outcomeCode, LocalDate closedAt) {
        return Act.later(
                DefenceNotice.TYPE,
                "close",
                exchangeId,
                DefenceNotice.VERSION,
                PERSON,
                Json.object()
                        .put("caseRef", assignmentNo)
                        .put("outcomeCode", outcomeCode)
                        .put("workLog", "会见、阅卷、出庭")
                        .put("hearingsAttended", 1)
                        .put("closedAt", closedAt.toString()));
    }
}
