package cn.justicehub.hub.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import cn.justicehub.client.Answer;
import cn.justicehub.client.HubProblem;
import cn.justicehub.client.api.DefenceNoticeApi;
import cn.justicehub.client.api.ExchangesApi;
import cn.justicehub.client.api.InboxApi;
import cn.justicehub.client.api.MessagesApi;
import cn.justicehub.client.model.AcceptDefenceNotice;
import cn.justicehub.client.model.AcceptDefenceNoticePayload;
import cn.justicehub.client.model.AssignDefenceNotice;
import cn.justicehub.client.model.AssignDefenceNoticePayload;
import cn.justicehub.client.model.CloseDefenceNotice;
import cn.justicehub.client.model.CloseDefenceNoticePayload;
import cn.justicehub.client.model.Exchange;
import cn.justicehub.client.model.InboxItem;
import cn.justicehub.client.model.OfferDefenceNotice;
import cn.justicehub.client.model.OfferDefenceNoticePayload;
import cn.justicehub.client.model.Receipt;
import cn.justicehub.client.model.RegisterDefenceNotice;
import cn.justicehub.client.model.RegisterDefenceNoticePayload;
import cn.justicehub.client.model.ReplyDefenceNotice;
import cn.justicehub.client.model.ReplyDefenceNoticePayload;
import cn.justicehub.client.model.Search;
import cn.justicehub.client.model.SubmitDefenceNotice;
import cn.justicehub.client.model.ValidateDefenceNotice;
import cn.justicehub.client.model.ValidateDefenceNoticePayload;
import cn.justicehub.connectors.sandbox.PushAgent;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedFirm;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.ledger.receipt.Keyring;
import cn.justicehub.ledger.receipt.Options;
import cn.justicehub.ledger.receipt.ReceiptVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The client that is generated from the contract does a whole exchange, and proves it from the bytes it kept. */
class ClientJourneyTest {

    private static final String ASSIGNMENT_NO = "绿援指〔2026〕7号";
    private static final String LETTER_NO = "绿援函〔2026〕7号";

    private static HubUnderTest hub;
    private static TypedDesk court;
    private static TypedDesk centre;
    private static TypedDesk firm;

    private final List<Answer<Receipt>> receipts = new ArrayList<>();

    @BeforeAll
    static void start() {
        hub = HubUnderTest.shared();
        court = new TypedDesk(hub, SandboxAgency.COURT);
        centre = new TypedDesk(hub, SandboxAgency.CENTRE);
        firm = new TypedDesk(hub, SandboxAgency.FIRM);
    }

    @Test
    void from_notice_to_closing() throws Exception {
        SandboxHome home = hub.bean(SandboxHome.class);
        try (PushAgent pushed = PushAgent.stepwise(
                home.firmAddress(),
                home.firmSecret(),
                home.client(SandboxAgency.FIRM, hub.uri(""), Clock.systemUTC()),
                new SimulatedFirm())) {
            SubmitDefenceNotice notice = TypedActs.notice();
            byte[] submitted = court.signed(null, "submit", notice.schemaVersion(1), notice::signature);
            Answer<Receipt> opened = court.acts().submitDefenceNotice(submitted);
            assertThat(opened.status()).isEqualTo(201);
            receipts.add(opened);
            String exchange = opened.get().getExchangeId();
            assigned(exchange);
            accepted(exchange);
            closed(exchange);
            seen(exchange, notice);
            repeated(submitted, opened);
            await().atMost(Duration.ofSeconds(60)).until(() -> allPushed(exchange));
        }
        verified();
    }

    private void assigned(String exchange) throws Exception {
        DefenceNoticeApi acts = centre.acts();
        ValidateDefenceNotice validate = TypedActs.sent(new ValidateDefenceNotice()::messageId)
                .sentAt(TypedActs.now())
                .payload(new ValidateDefenceNoticePayload().handler("测试经办"));
        receipts.add(acts.validateDefenceNotice(
                exchange, centre.signed(exchange, "validate", validate, validate::signature)));
        AssignDefenceNotice assign = TypedActs.sent(new AssignDefenceNotice()::messageId)
                .sentAt(TypedActs.now())
                .actor(TypedActs.person())
                .payload(new AssignDefenceNoticePayload().lawyer(TypedActs.lawyer()));
        receipts.add(acts.assignDefenceNotice(exchange, centre.signed(exchange, "assign", assign, assign::signature)));
        OfferDefenceNotice offer = TypedActs.sent(new OfferDefenceNotice()::messageId)
                .sentAt(TypedActs.now())
                .payload(new OfferDefenceNoticePayload()
                        .assignmentNo(ASSIGNMENT_NO)
                        .role(OfferDefenceNoticePayload.RoleEnum.DEFENDER)
                        .stage(OfferDefenceNoticePayload.StageEnum._40)
                        .partyName("测试甲")
                        .charge("盗窃罪")
                        .custodyPlace("测试看守所")
                        .noticeRef("绿法援通字〔2026〕7号")
                        .lawyer(TypedActs.lawyer()));
        receipts.add(acts.offerDefenceNotice(exchange, centre.signed(exchange, "offer", offer, offer::signature)));
    }

    private void accepted(String exchange) throws Exception {
        AcceptDefenceNotice accept = TypedActs.sent(new AcceptDefenceNotice()::messageId)
                .sentAt(TypedActs.now())
                .actor(TypedActs.person())
                .payload(new AcceptDefenceNoticePayload()
                        .assignmentNo(ASSIGNMENT_NO)
                        .decision(AcceptDefenceNoticePayload.DecisionEnum.ACCEPT));
        receipts.add(
                firm.acts().acceptDefenceNotice(exchange, firm.signed(exchange, "accept", accept, accept::signature)));
        ReplyDefenceNotice reply = TypedActs.sent(new ReplyDefenceNotice()::messageId)
                .sentAt(TypedActs.now())
                .payload(new ReplyDefenceNoticePayload()
                        .replyTo("绿法援通字〔2026〕7号")
                        .outcome(ReplyDefenceNoticePayload.OutcomeEnum.ASSIGNED)
                        .lawyer(TypedActs.lawyer())
                        .letterNo(LETTER_NO)
                        .assignedAt(Steps.today())
                        .handler("测试经办"));
        receipts.add(
                centre.acts().replyDefenceNotice(exchange, centre.signed(exchange, "reply", reply, reply::signature)));
    }

    private void closed(String exchange) throws Exception {
        RegisterDefenceNotice register = TypedActs.sent(new RegisterDefenceNotice()::messageId)
                .sentAt(TypedActs.now())
                .payload(new RegisterDefenceNoticePayload()
                        .letterNo(LETTER_NO)
                        .registeredAt(Steps.today())
                        .officer("测试法官"));
        receipts.add(court.acts()
                .registerDefenceNotice(exchange, court.signed(exchange, "register", register, register::signature)));
        CloseDefenceNotice close = TypedActs.sent(new CloseDefenceNotice()::messageId)
                .sentAt(TypedActs.now())
                .payload(new CloseDefenceNoticePayload()
                        .caseRef(ASSIGNMENT_NO)
                        .outcomeCode(CloseDefenceNoticePayload.OutcomeCodeEnum.CONVICTED)
                        .workLog("会见、阅卷、出庭")
                        .closedAt(Steps.today()));
        receipts.add(firm.acts().closeDefenceNotice(exchange, firm.signed(exchange, "close", close, close::signature)));
    }

    private static void seen(String exchange, SubmitDefenceNotice notice) throws Exception {
        Exchange closed = new ExchangesApi(court.client())
                .getExchange(Steps.TYPE, exchange)
                .get();
        assertThat(closed.getState()).isEqualTo("CLOSED");
        assertThat(closed.getEnded()).isTrue();
        Search search = new Search()
                .type(Steps.TYPE)
                .keys(Map.of("/caseNo", notice.getPayload().getCaseNo()));
        assertThat(new ExchangesApi(centre.client())
                        .searchExchanges(search)
                        .get()
                        .getItems())
                .singleElement()
                .satisfies(found -> assertThat(found.getExchangeId()).isEqualTo(exchange));
        InboxApi inbox = new InboxApi(court.client());
        List<InboxItem> mine = inbox.readInbox(null, 0, 200).get().getItems().stream()
                .filter(item -> item.getExchangeId().equals(exchange))
                .toList();
        assertThat(mine).extracting(InboxItem::getAct).containsExactly("validate", "reply", "close");
        for (InboxItem item : mine) {
            assertThat(inbox.ackDelivery(item.getDeliveryId()).status()).isEqualTo(204);
        }
    }

    private static void repeated(byte[] submitted, Answer<Receipt> opened) throws Exception {
        Answer<Receipt> again = court.acts().submitDefenceNotice(submitted);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.bytes()).isEqualTo(opened.bytes());
        String entry = opened.get().getEntryId();
        assertThat(new MessagesApi(court.client()).getReceipt(entry).bytes()).isEqualTo(opened.bytes());
        HubProblem problem =
                catchThrowableOfType(HubProblem.class, () -> new MessagesApi(firm.client()).getReceipt(entry));
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.getCode()).isEqualTo("E-NOTFOUND"));
    }

    private static boolean allPushed(String exchange) {
        Long left = hub.bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from delivery where mode = 'PUSH' and state <> 'DELIVERED' and exchange_id = ?",
                        Long.class,
                        UUID.fromString(exchange));
        return Objects.equals(left, 0L);
    }

    private void verified() throws Exception {
        Keyring keyring = Receipts.keyring(hub);
        assertThat(receipts).hasSize(8);
        for (Answer<Receipt> one : receipts) {
            assertThat(ReceiptVerifier.verify(one.bytes(), one.sent(), keyring, Options.both())
                            .failures())
                    .isEmpty();
        }
    }
}
