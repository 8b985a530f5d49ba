package cn.justicehub.hub.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.api.server.model.ActInfo;
import cn.justicehub.api.server.model.Agencies;
import cn.justicehub.api.server.model.Agency;
import cn.justicehub.api.server.model.ExchangeType;
import cn.justicehub.api.server.model.ExchangeTypes;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.testing.Routes;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

class DiscoveryRoutesTest extends CamelTestSupport {

    private final Catalogue catalogue = new FakeCatalogue();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        TypeList types = new TypeList(catalogue);
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                getContext().addRoutes(new AgencyListRoute(new AgencyList(catalogue)));
                getContext().addRoutes(new TypeListRoute(types));
                getContext().addRoutes(new TypeRoute(types));
                getContext().addRoutes(new OpenApiRoute(new OpenApiDocument(catalogue)));
            }
        };
    }

    private <A> A ask(String route, Object question, Class<A> answer) {
        return Routes.ask(template, route, question, answer);
    }

    @Test
    void lists_name_what_is_in_force() {
        assertThat(ask(AgenciesQuestion.ROUTE, new AgenciesQuestion(), Agencies.class)
                        .getItems())
                .extracting(Agency::getCode)
                .containsExactly(FakeCatalogue.CENTRE, FakeCatalogue.FIRM, FakeCatalogue.POLICE);
        assertThat(ask(ExchangeTypesQuestion.ROUTE, new ExchangeTypesQuestion(), ExchangeTypes.class)
                        .getItems())
                .singleElement()
                .satisfies(type -> assertThat(type.getTitleZh()).isEqualTo("通知辩护"));
    }

    @Test
    void a_type_keeps_the_order_of_its_definition() {
        ExchangeType type =
                ask(ExchangeTypeQuestion.ROUTE, new ExchangeTypeQuestion("defence-notice"), ExchangeType.class);

        assertThat(type.getActs()).extracting(ActInfo::getName).startsWith("submit", "validate", "return");
        assertThat(type.getKeys()).containsExactly("/caseNo", "/noticeNo", "/party/idNo");
        assertThatThrownBy(() -> ask(ExchangeTypeQuestion.ROUTE, new ExchangeTypeQuestion("none"), ExchangeType.class))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void the_contract_is_made_once_for_the_same_types() {
        OpenApiAnswer first = ask(OpenApiQuestion.ROUTE, new OpenApiQuestion(), OpenApiAnswer.class);

        assertThat(ask(OpenApiQuestion.ROUTE, new OpenApiQuestion(), OpenApiAnswer.class))
                .isSameAs(first);
    }
}
