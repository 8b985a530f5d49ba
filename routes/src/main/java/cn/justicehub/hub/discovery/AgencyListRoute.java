package cn.justicehub.hub.discovery;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** List agencies: all in force, by code. Body: {@link AgenciesQuestion} to the API's Agencies. */
@Component
final class AgencyListRoute extends RouteBuilder {

    private final AgencyList agencies;

    AgencyListRoute(AgencyList agencies) {
        this.agencies = agencies;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(AgenciesQuestion.ROUTE).routeId("list-agencies").bean(agencies, "list()");
    }
}
