package cn.justicehub.connectors.sandbox;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The court: sends notices of defence, and registers the lawyer whom the centre names. */
public final class SimulatedCourt implements Script {

    /**
     * A defendant, invented (province 69 does not exist).
     *
     * @param name name
     * @param idNo resident identity number
     * @param minor whether under eighteen at the time of the proceedings
     * @param disability codes of CL-DIS
     */
    public record Defendant(String name, String idNo, boolean minor, List<String> disability) {

        public static final Defendant JIA = new Defendant("测试甲", "690106198503120011", false, List.of("HEARING"));
        public static final Defendant YI = new Defendant("测试乙", "69010619900228002X", false, List.of("SPEECH"));
        public static final Defendant WU = new Defendant("测试戊", "690106197707070058", false, List.of("VISUAL"));
        public static final Defendant GENG = new Defendant("测试庚", "690106199512310073", false, List.of("HEARING"));

        public Defendant {
            disability = List.copyOf(disability);
        }
    }

    /**
     * A hearing that is fixed.
     *
     * @param procedure a code of CL-PROCEDURE, such as {@code ORDINARY}
     */
    public record Hearing(OffsetDateTime at, String place, String procedure) {}

    private static final Actor PERSON = new Actor("court-clerk-01", "clerk");
    private static final String OFFICER = "测试法官";

    @Override
    public List<Act> react(Inbound message, ExchangeView exchange) {
        return message.act().equals("reply") ? List.of(registered(message)) : List.of();
    }

    private static Act registered(Inbound reply) {
        return Act.answering(
                reply,
                "register",
                PERSON,
                Json.object()
                        .put("letterNo", reply.payload().path("letterNo").stringValue())
                        .put(
                                "registeredAt",
                                DefenceNotice.date(reply.acceptedAt()).toString())
                        .put("officer", OFFICER));
    }

    /**
     * A notice of defence at first instance for a defendant with a disability (ground 02, 刑诉法35).
     *
     * @param serial number of case and notice, from 1
     * @param discoveredAt when the ground was found
     * @param hearing null while none is fixed
     */
    public static Act notice(int serial, Defendant defendant, LocalDate discoveredAt, @Nullable Hearing hearing) {
        int year = discoveredAt.getYear();
        ObjectNode payload = Json.object()
                .put("noticeNo", "绿法援通字〔" + year + "〕" + serial + "号")
                .put("agencyType", "COURT")
                .put("stage", "40")
                .put("caseNo", "（" + year + "）吉0106刑初" + serial + "号");
        payload.set("party", party(defendant));
        payload.putArray("chargeCode").add("XF264");
        payload.put("chargeName", "盗窃罪")
                .put("ground", "02")
                .put("groundEvidence", "残疾人证")
                .put("discoveredAt", discoveredAt.toString())
                .put("role", "DEFENDER");
        payload.putObject("contact").put("officer", OFFICER).put("phone", "0431-00000010");
        if (hearing != null) {
            payload.putObject("hearing")
                    .put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(hearing.at()))
                    .put("place", hearing.place())
                    .put("procedure", hearing.procedure());
        }
        return Act.opening(DefenceNotice.TYPE, "submit", DefenceNotice.VERSION, PERSON, payload)
                .with(new Paper("NOTICE", "通知辩护公函", payload.path("noticeNo").stringValue()));
    }

    private static ObjectNode party(Defendant defendant) {
        ObjectNode party = Json.object()
                .put("role", "DEFENDANT")
                .put("name", defendant.name())
                .put("idType", "RESIDENT_ID")
                .put("idNo", defendant.idNo())
                .put("minor", defendant.minor());
        defendant.disability().forEach(party.putArray("disability")::add);
        return party.put("custody", "ARREST").put("custodyPlace", "测试看守所");
    }
}
