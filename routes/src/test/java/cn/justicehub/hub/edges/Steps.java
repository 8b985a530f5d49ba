package cn.justicehub.hub.edges;

import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.Actor;
import cn.justicehub.connectors.sandbox.Lawyer;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** The acts of a notice of defence, one by one; {@code mark} goes into every field that holds words about a person. */
record Steps(String mark) {

    static final String TYPE = "defence-notice";
    static final Steps PLAIN = new Steps("");

    private static final Actor PERSON = new Actor("person-of-tests-01", "clerk");
    private static final AtomicInteger SERIAL = new AtomicInteger(5000);
    private static final String ASSIGNMENT_NO = "绿援指〔2026〕1号";
    private static final String LETTER_NO = "绿援函〔2026〕1号";

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /** A new case each time. */
    static Act notice() {
        return SimulatedCourt.notice(SERIAL.incrementAndGet(), SimulatedCourt.Defendant.JIA, today(), null);
    }

    Act validate(String exchange) {
        return step("validate", exchange, object().put("handler", "测试经办" + mark));
    }

    Act assign(String exchange) {
        ObjectNode payload = object().put("note", "测试备注" + mark);
        payload.set("lawyer", lawyer());
        return step("assign", exchange, payload);
    }

    Act offer(String exchange) {
        ObjectNode payload = object().put("assignmentNo", ASSIGNMENT_NO)
                .put("role", "DEFENDER")
                .put("stage", "40")
                .put("partyName", "测试甲" + mark)
                .put("charge", "盗窃罪" + mark)
                .put("custodyPlace", "测试看守所" + mark)
                .put("noticeRef", "绿法援通字〔2026〕1号");
        payload.set("lawyer", lawyer());
        return step("offer", exchange, payload);
    }

    Act accept(String exchange) {
        ObjectNode payload = object().put("assignmentNo", ASSIGNMENT_NO).put("decision", "ACCEPT");
        return step("accept", exchange, payload.put("note", "测试备注" + mark));
    }

    Act reply(String exchange) {
        ObjectNode payload = object().put("replyTo", "绿法援通字〔2026〕1号")
                .put("outcome", "ASSIGNED")
                .put("letterNo", LETTER_NO)
                .put("assignedAt", today().toString())
                .put("handler", "测试经办" + mark);
        payload.set("lawyer", lawyer());
        return step("reply", exchange, payload);
    }

    Act register(String exchange) {
        return step(
                "register",
                exchange,
                object().put("letterNo", LETTER_NO)
                        .put("registeredAt", today().toString())
                        .put("officer", "测试法官" + mark)
                        .put("note", "测试备注" + mark));
    }

    Act close(String exchange) {
        return step(
                "close",
                exchange,
                object().put("caseRef", ASSIGNMENT_NO)
                        .put("outcomeCode", "CONVICTED")
                        .put("workLog", "会见、阅卷、出庭" + mark)
                        .put("closedAt", today().toString()));
    }

    private ObjectNode lawyer() {
        Lawyer lawyer = Lawyer.FIRST;
        return object().put("name", lawyer.name() + mark)
                .put("licenceNo", lawyer.licenceNo())
                .put("firmUscc", SandboxAgency.FIRM.uscc())
                .put("phone", lawyer.phone());
    }

    private static ObjectNode object() {
        return Desk.JSON.createObjectNode();
    }

    private static Act step(String act, String exchange, ObjectNode payload) {
        return Act.later(TYPE, act, UUID.fromString(exchange).toString(), 1, PERSON, payload);
    }
}
