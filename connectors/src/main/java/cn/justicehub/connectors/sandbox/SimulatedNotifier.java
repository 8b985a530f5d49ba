package cn.justicehub.connectors.sandbox;

import cn.justicehub.connectors.sandbox.SimulatedCourt.Defendant;
import cn.justicehub.connectors.sandbox.SimulatedCourt.Hearing;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An agency that appoints defence counsel by notice and registers the lawyer whom the centre names: the police while a
 * case is investigated, the procuratorate while it is examined, the court while it is heard.
 */
public final class SimulatedNotifier implements Script {

    /** The court at first instance. */
    public static final SimulatedNotifier COURT = new SimulatedNotifier(
            "COURT",
            "40",
            "DEFENDANT",
            new Actor("court-clerk-01", "clerk"),
            "测试法官",
            (year, serial) -> "（" + year + "）吉0106刑初" + serial + "号");

    /** The police, investigating. */
    public static final SimulatedNotifier POLICE = new SimulatedNotifier(
            "POLICE",
            "10",
            "SUSPECT",
            new Actor("police-officer-01", "officer"),
            "测试警官",
            (year, serial) -> "A690100001" + year + "11" + pad(serial));

    /** The procuratorate, examining a case for prosecution. */
    public static final SimulatedNotifier PROCURATORATE = new SimulatedNotifier(
            "PROCURATORATE",
            "30",
            "SUSPECT",
            new Actor("prosecutor-01", "prosecutor"),
            "测试检察官",
            (year, serial) -> "测检刑诉〔" + year + "〕" + serial + "号");

    private final String agencyType;
    private final String stage;
    private final String partyRole;
    private final Actor person;
    private final String officer;
    private final BinaryOperator<String> caseNo;

    private SimulatedNotifier(
            String agencyType,
            String stage,
            String partyRole,
            Actor person,
            String officer,
            BinaryOperator<String> caseNo) {
        this.agencyType = agencyType;
        this.stage = stage;
        this.partyRole = partyRole;
        this.person = person;
        this.officer = officer;
        this.caseNo = caseNo;
    }

    private static String pad(String serial) {
        return "0".repeat(Math.max(0, 4 - serial.length())) + serial;
    }

    @Override
    public List<Act> react(Inbound message, ExchangeView exchange) {
        return message.act().equals("reply") ? List.of(registered(message)) : List.of();
    }

    private Act registered(Inbound reply) {
        return Act.answering(
                reply,
                "register",
                person,
                Json.object()
                        .put("letterNo", reply.payload().path("letterNo").stringValue())
                        .put(
                                "registeredAt",
                                DefenceNotice.date(reply.acceptedAt()).toString())
                        .put("officer", officer));
    }

    /**
     * A notice of defence for a defendant with a disability (ground 02, 刑诉法35).
     *
     * @param serial number of case and notice, from 1
     * @param discoveredAt when the ground was found
     * @param hearing null while none is fixed
     */
    public Act notice(int serial, Defendant defendant, LocalDate discoveredAt, @Nullable Hearing hearing) {
        String year = Integer.toString(discoveredAt.getYear());
        ObjectNode payload = Json.object()
                .put("noticeNo", "绿法援通字〔" + year + "〕" + serial + "号")
                .put("agencyType", agencyType)
                .put("stage", stage)
                .put("caseNo", caseNo.apply(year, Integer.toString(serial)));
        payload.set("party", party(defendant));
        payload.putArray("chargeCode").add("XF264");
        payload.put("chargeName", "盗窃罪")
                .put("ground", "02")
                .put("groundEvidence", "残疾人证")
                .put("discoveredAt", discoveredAt.toString())
                .put("role", "DEFENDER");
        payload.putObject("contact").put("officer", officer).put("phone", "0431-00000010");
        if (hearing != null) {
            payload.putObject("hearing")
                    .put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(hearing.at()))
                    .put("place", hearing.place())
                    .put("procedure", hearing.procedure());
        }
        return Act.opening(DefenceNotice.TYPE, "submit", DefenceNotice.VERSION, person, payload)
                .with(new Paper("NOTICE", "通知辩护公函", payload.path("noticeNo").stringValue()));
    }

    private ObjectNode party(Defendant defendant) {
        ObjectNode party = Json.object()
                .put("role", partyRole)
                .put("name", defendant.name())
                .put("idType", "RESIDENT_ID")
                .put("idNo", defendant.idNo())
                .put("minor", defendant.minor());
        defendant.disability().forEach(party.putArray("disability")::add);
        return party.put("custody", "ARREST").put("custodyPlace", "测试看守所");
    }
}
