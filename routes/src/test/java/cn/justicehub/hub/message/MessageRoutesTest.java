package cn.justicehub.hub.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.api.server.model.Delivery;
import cn.justicehub.api.server.model.MessageDeliveries;
import cn.justicehub.api.server.model.Proof;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.delivery.DeliveryViews;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.publish.FreshProofs;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.FakeRecords;
import cn.justicehub.hub.testing.Routes;
import cn.justicehub.ledger.record.Leaf;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Who gets receipts, proofs and deliveries. Records: 1-0 court to centre, 1-1 centre to firm, 1-2 a lapse, 1-3 that 1-1 is parked. */
class MessageRoutesTest extends CamelTestSupport {

    private static final DeliveryViews NO_DELIVERIES =
            new DeliveryViews(new NamedParameterJdbcTemplate(new JdbcTemplate())) {
                @Override
                public List<Delivery> ofMessage(EntryId entry) {
                    return List.of();
                }
            };

    private final FakeRecords records = new FakeRecords();
    private final Visible visible = new Visible(records.messages(), records.exchanges());

    private static FreshProofs.Fresh proven(EntryId entry) {
        return new FreshProofs.Fresh(new Leaf(1, new byte[32], new byte[32]).bytes(), "proof", "proofSm3");
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                getContext().addRoutes(new ReceiptRoute(new Receipts(visible, records.messages())));
                getContext().addRoutes(new ProofRoute(new MessageProofs(visible, MessageRoutesTest::proven)));
                getContext().addRoutes(new DeliveriesRoute(new MessageDeliveryList(visible, NO_DELIVERIES)));
            }
        };
    }

    private Object ask(String what, Caller caller, String entryId) {
        return switch (what) {
            case "receipt" ->
                Routes.ask(template, ReceiptQuestion.ROUTE, new ReceiptQuestion(caller, entryId), ReceiptAnswer.class);
            case "proof" -> Routes.ask(template, ProofQuestion.ROUTE, new ProofQuestion(caller, entryId), Proof.class);
            default ->
                Routes.ask(
                        template,
                        DeliveriesQuestion.ROUTE,
                        new DeliveriesQuestion(caller, entryId),
                        MessageDeliveries.class);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "receipt,    court-01,   exchange:read, 1-0", // its sender
        "receipt,    auditor-01, hub:audit,     1-2",
        "receipt,    auditor-01, hub:audit,     1-3",
        "receipt,    firm-01,    exchange:read, 1-2", // a lapse, for every party
        "receipt,    lac-01,     exchange:read, 1-3", // a parking, for who sent the offer
        "receipt,    firm-01,    exchange:read, 1-3", // and for who should have got it
        "proof,      firm-01,    exchange:read, 1-3",
        "proof,      auditor-01, hub:audit,     1-1",
        "proof,      lac-01,     exchange:read, 1-0", // its receiver
        "proof,      court-01,   exchange:read, 1-2",
        "deliveries, lac-01,     exchange:read, 1-1", // its sender
        "deliveries, bureau-01,  hub:admin,     1-1",
        "deliveries, auditor-01, hub:audit,     1-1",
    })
    void is_answered(String what, String agency, String scope, String entryId) {
        assertThat(ask(what, Routes.caller(agency, scope), entryId)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "receipt,    lac-01,     exchange:read,  1-0", // its receiver has no part in the sender's receipt
        "receipt,    auditor-01, hub:audit,      1-0", // its payload could be guessed with it
        "receipt,    court-01,   exchange:write, 1-0",
        "receipt,    court-01,   exchange:read,  1-3", // a party, but not of this delivery
        "proof,      court-01,   exchange:read,  1-3",
        "receipt,    firm-01,    exchange:write, 1-3",
        "receipt,    bureau-01,  hub:admin,      1-0",
        "receipt,    court-02,   exchange:read,  1-2", // no party
        "proof,      firm-01,    exchange:read,  1-0",
        "proof,      court-01,   exchange:read,  1-1",
        "deliveries, firm-01,    exchange:read,  1-1",
        "receipt,    court-01,   exchange:read,  1-9", // no such record
        "receipt,    court-01,   exchange:read,  999999999-1",
    })
    void looks_as_if_it_were_not_there(String what, String agency, String scope, String entryId) {
        assertThatThrownBy(() -> ask(what, Routes.caller(agency, scope), entryId))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(404));
    }

    @Test
    void a_receipt_is_the_stored_bytes() {
        ReceiptAnswer answer = (ReceiptAnswer) ask("receipt", Routes.caller(FakeRecords.COURT, Caller.READ), "1-0");

        assertThat(answer.receipt()).isEqualTo(FakeRecords.receiptOf(new EntryId(1, 0)));
    }
}
