package cn.justicehub.hub.exchange;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Get exchange: show it as the caller may see it. Body: {@link ExchangeQuestion} to the API's Exchange. */
@Component
final class ExchangeRoute extends RouteBuilder {

    private final ExchangeViews views;

    ExchangeRoute(ExchangeViews views) {
        this.views = views;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(ExchangeQuestion.ROUTE).routeId("get-exchange").bean(views, "show");
    }
}
