package cn.justicehub.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.api.server.model.Exchange;
import cn.justicehub.api.server.model.Message;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.testing.FakeRecords;
import cn.justicehub.hub.testing.Routes;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

class ExchangeRouteTest extends CamelTestSupport {

    private final FakeRecords records = new FakeRecords();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new ExchangeRoute(new ExchangeViews(records.exchanges(), records.messages(), new FakeCatalogue()));
    }

    private Exchange ask(Caller caller) {
        return Routes.ask(
                template,
                ExchangeQuestion.ROUTE,
                new ExchangeQuestion(caller, "defence-notice", FakeRecords.EXCHANGE),
                Exchange.class);
    }

    @Test
    void a_party_sees_what_it_sent_or_got_and_that_the_hub_acted_and_nothing_else() {
        Exchange court = ask(Routes.caller(FakeRecords.COURT, Caller.READ));
        assertThat(court.getMessages()).extracting(Message::getAct).containsExactly("submit", "clock-lapsed");
        assertThat(court.getMessages().get(0).getPayload()).isNotNull();
        assertThat(court.getMessages().get(1).getPayload()).isNull();
        assertThat(court.getMessages().get(1).getActZh()).isEqualTo("时限届满");
        assertThat(court.getMessages().get(1).getKind()).isEqualTo(Message.KindEnum.HUB_ACT);

        Exchange firm = ask(Routes.caller(FakeRecords.FIRM, Caller.READ));
        assertThat(firm.getMessages()).extracting(Message::getAct).containsExactly("offer", "clock-lapsed");
    }

    @Test
    void an_auditor_sees_all_messages_without_any_payload() {
        Exchange exchange = ask(Routes.caller("auditor-01", Caller.AUDIT));

        assertThat(exchange.getMessages())
                .extracting(Message::getAct)
                .containsExactly("submit", "offer", "clock-lapsed");
        assertThat(exchange.getMessages()).allMatch(message -> message.getPayload() == null);
    }

    @Test
    void clocks_name_the_party_that_owes_and_flags_are_told() {
        Exchange exchange = ask(Routes.caller(FakeRecords.CENTRE, Caller.READ));

        assertThat(exchange.getStateZh()).isEqualTo("待律所答复");
        assertThat(exchange.getFlags()).containsExactly("OVERDUE");
        assertThat(exchange.getClocks().get(0).getOwes()).isEqualTo("centre");
        assertThat(exchange.getClocks().get(0).getLapsedAt()).isNotNull();
    }

    @Test
    void nobody_else_learns_that_it_exists() {
        for (Caller caller : new Caller[] {
            Routes.caller("court-02", Caller.READ), Routes.caller(FakeRecords.COURT, Caller.WRITE, Caller.ADMIN)
        }) {
            assertThatThrownBy(() -> ask(caller))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(404));
        }
    }
}
