package cn.justicehub.hub.delivery;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Dispatch, instantiated for each agency that is sent to: take an order, load its message, push it, settle it. */
@Component
class DispatchRoutes extends RouteBuilder {

    static final String TEMPLATE = "dispatch";

    private final Dispatch dispatch;

    DispatchRoutes(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        routeTemplate(TEMPLATE)
                .templateParameter("agency")
                .templateParameter("consumers")
                .from("jms:queue:hub.delivery.{{agency}}?concurrentConsumers={{consumers}}")
                .bean(dispatch, "load")
                .filter(body().isNotNull())
                .bean(dispatch, "push")
                .filter(body().isNotNull())
                .bean(dispatch, "settle");
    }
}
