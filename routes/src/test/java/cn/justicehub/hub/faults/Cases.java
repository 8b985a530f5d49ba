package cn.justicehub.hub.faults;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.Actor;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.Lawyer;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Court, centre and firm with their cases: what they send, and every receipt that they got. */
final class Cases {

    /** Serial numbers of notices, one for each case of all tests that share a hub. */
    private static final AtomicInteger SERIAL = new AtomicInteger(700_000);

    private static final String TYPE = "defence-notice";
    private static final String LETTER_NO = "绿援函〔2026〕1号";
    private static final String ASSIGNMENT_NO = "绿援指〔2026〕1号";
    private static final Actor PERSON = new Actor("person-01", "handler");

    private final Sending sending;
    private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
    private final AgencyClient court;
    private final AgencyClient centre;
    private final AgencyClient firm;

    /** Sends a body that is already made. */
    interface Sending {
        Accepted send(AgencyClient client, Act act, byte[] body) throws Exception;
    }

    /**
     * @param hub base address
     * @param sending how each message is sent
     */
    Cases(SandboxHome home, URI hub, Sending sending) {
        this.sending = sending;
        court = client(home, SandboxAgency.COURT, hub);
        centre = client(home, SandboxAgency.CENTRE, hub);
        firm = client(home, SandboxAgency.FIRM, hub);
    }

    Cases(SandboxHome home, URI hub) {
        this(home, hub, AgencyClient::post);
    }

    /** A client that says at once what the hub answers. */
    static AgencyClient client(SandboxHome home, SandboxAgency agency, URI hub) {
        return new AgencyClient(
                hub, home.credentials(agency), home.identity(agency), Clock.systemUTC(), Duration.ofMillis(1));
    }

    AgencyClient court() {
        return court;
    }

    AgencyClient centre() {
        return centre;
    }

    AgencyClient firm() {
        return firm;
    }

    /** Every receipt that was given. */
    List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    static Act newNotice() {
        return SimulatedCourt.notice(
                SERIAL.incrementAndGet(), SimulatedCourt.Defendant.JIA, LocalDate.now(ZoneOffset.ofHours(8)), null);
    }

    private Accepted send(AgencyClient client, Act act) throws Exception {
        Accepted one = sending.send(client, act, client.body(act));
        accepted.add(one);
        return one;
    }

    /** Opens a case; its exchange id. */
    String notice() throws Exception {
        return send(court, newNotice()).exchangeId();
    }

    /** The centre offers the case: the firm's first delivery of this lane. */
    void offer(String exchange) throws Exception {
        send(centre, act("validate", exchange, object().put("handler", "测试经办")));
        assign(exchange);
    }

    /** The centre assigns and offers a case whose notice it has checked. */
    void assign(String exchange) throws Exception {
        ObjectNode assignment = object();
        assignment.set("lawyer", lawyer());
        send(centre, act("assign", exchange, assignment));
        ObjectNode offer = object().put("assignmentNo", ASSIGNMENT_NO)
                .put("role", "DEFENDER")
                .put("stage", "40")
                .put("partyName", "测试甲")
                .put("charge", "盗窃罪")
                .put("custodyPlace", "测试看守所")
                .put("noticeRef", "绿法援通字〔2026〕1号");
        offer.set("lawyer", lawyer());
        send(centre, act("offer", exchange, offer));
    }

    /** The centre decides for a lawyer, on a ground that it names. */
    Accepted assigned(String exchange, String ground, ObjectNode lawyer) throws Exception {
        ObjectNode assignment = object().put("ground", ground);
        assignment.set("lawyer", lawyer);
        return act(centre, "assign", exchange, assignment);
    }

    /** Somebody does something that is not in the usual course of a case. */
    Accepted act(AgencyClient client, String act, String exchange, ObjectNode payload) throws Exception {
        return send(client, act(act, exchange, payload));
    }

    /** Somebody sends an act as it is. */
    Accepted post(AgencyClient client, Act act) throws Exception {
        return send(client, act);
    }

    /** A new case, offered; its exchange id. */
    String offered() throws Exception {
        String exchange = notice();
        offer(exchange);
        return exchange;
    }

    /** Firm and centre go on until the court registers the lawyer: the firm's second delivery. */
    void register(String exchange) throws Exception {
        register(court, exchange);
    }

    /** Firm and centre go on until the notifier registers the lawyer. */
    void register(AgencyClient notifier, String exchange) throws Exception {
        accept(exchange);
        reply(exchange);
        send(
                notifier,
                act(
                        "register",
                        exchange,
                        object().put("letterNo", LETTER_NO)
                                .put(
                                        "registeredAt",
                                        LocalDate.now(ZoneOffset.ofHours(8)).toString())
                                .put("officer", "测试法官")));
    }

    /** The firm accepts the case that it was offered. */
    Accepted accept(String exchange) throws Exception {
        ObjectNode yes = object().put("assignmentNo", ASSIGNMENT_NO).put("decision", "ACCEPT");
        return act(firm, "accept", exchange, yes);
    }

    /** The firm declines the case that it was offered. */
    Accepted decline(String exchange, String code) throws Exception {
        ObjectNode no = object().put("assignmentNo", ASSIGNMENT_NO)
                .put("decision", "DECLINE")
                .put("declineCode", code);
        return act(firm, "decline", exchange, no);
    }

    /** The centre tells the notifier which lawyer it has assigned. */
    Accepted reply(String exchange) throws Exception {
        ObjectNode reply = object().put("replyTo", "绿法援通字〔2026〕1号")
                .put("outcome", "ASSIGNED")
                .put("letterNo", LETTER_NO)
                .put("assignedAt", LocalDate.now(ZoneOffset.ofHours(8)).toString())
                .put("handler", "测试经办");
        reply.set("lawyer", lawyer());
        return act(centre, "reply", exchange, reply);
    }

    /** The party refuses the registered lawyer, for once with leave: five days to engage one, then the hub acts. */
    void refused(String exchange) throws Exception {
        ObjectNode refusal = object().put("event", "REFUSE")
                .put("effectiveAt", "2026-11-27T10:00:00+08:00")
                .put("reason", "测试原因");
        ObjectNode leave =
                object().put("decidedAt", "2026-11-25").put("officer", "测试法官").put("reason", "理由正当");
        send(court, act("refuse", exchange, refusal));
        send(court, act("allow-refusal", exchange, leave));
    }

    /** The court withdraws the case: the firm's next, and last, delivery. */
    Accepted withdraw(String exchange) throws Exception {
        return send(
                court,
                act(
                        "withdraw",
                        exchange,
                        object().put("event", "WITHDRAW")
                                .put("effectiveAt", "2026-01-05T10:00:00+08:00")
                                .put("reason", "案件已撤销")));
    }

    private static Act act(String act, String exchange, ObjectNode payload) {
        return Act.later(TYPE, act, exchange, 1, PERSON, payload);
    }

    static ObjectNode lawyer() {
        return object().put("name", Lawyer.FIRST.name())
                .put("licenceNo", Lawyer.FIRST.licenceNo())
                .put("firmUscc", SandboxAgency.FIRM.uscc())
                .put("phone", Lawyer.FIRST.phone());
    }

    static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
