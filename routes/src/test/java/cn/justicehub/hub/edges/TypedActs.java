package cn.justicehub.hub.edges;

import cn.justicehub.client.model.Actor;
import cn.justicehub.client.model.Attachment;
import cn.justicehub.client.model.Contact;
import cn.justicehub.client.model.Lawyer;
import cn.justicehub.client.model.Party;
import cn.justicehub.client.model.SubmitDefenceNotice;
import cn.justicehub.client.model.SubmitDefenceNoticePayload;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Values of the generated models that several acts share. */
final class TypedActs {

    private static final String CASE_NO = "（2026）吉0106刑初7007号";

    private TypedActs() {}

    /** Names the message. */
    static <T> T sent(Function<UUID, T> messageId) {
        return messageId.apply(UUID.randomUUID());
    }

    static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.ofHours(8)).truncatedTo(ChronoUnit.MILLIS);
    }

    static Actor person() {
        return new Actor().id("person-of-tests-01").role("clerk");
    }

    static Lawyer lawyer() {
        return new Lawyer()
                .name("测试律师一")
                .licenceNo("16901201210000001")
                .firmUscc(SandboxAgency.FIRM.uscc())
                .phone("0431-00000001");
    }

    static SubmitDefenceNotice notice() {
        return new SubmitDefenceNotice()
                .messageId(UUID.randomUUID())
                .sentAt(now())
                .actor(person())
                .attachments(List.of(new Attachment()
                        .docType("NOTICE")
                        .name("通知辩护公函")
                        .number("绿法援通字〔2026〕7号")
                        .location(Attachment.LocationEnum.PAPER)))
                .payload(new SubmitDefenceNoticePayload()
                        .noticeNo("绿法援通字〔2026〕7号")
                        .agencyType(SubmitDefenceNoticePayload.AgencyTypeEnum.COURT)
                        .stage(SubmitDefenceNoticePayload.StageEnum._40)
                        .caseNo(CASE_NO)
                        .party(party())
                        .chargeCode(Set.of("XF264"))
                        .ground(SubmitDefenceNoticePayload.GroundEnum._02)
                        .discoveredAt(Steps.today())
                        .role(SubmitDefenceNoticePayload.RoleEnum.DEFENDER)
                        .contact(new Contact().officer("测试法官").phone("0431-00000010")));
    }

    private static Party party() {
        return new Party()
                .role(Party.RoleEnum.DEFENDANT)
                .name("测试甲")
                .idType(Party.IdTypeEnum.RESIDENT_ID)
                .idNo(SimulatedCourt.Defendant.JIA.idNo())
                .minor(false)
                .disability(Set.of(Party.DisabilityEnum.HEARING));
    }
}
