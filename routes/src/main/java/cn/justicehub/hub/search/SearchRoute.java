package cn.justicehub.hub.search;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Search: read what is asked, find one page. Body: {@link SearchQuestion} to the API's SearchPage. */
@Component
final class SearchRoute extends RouteBuilder {

    private final SearchReader reader;
    private final ExchangeSearch search;

    SearchRoute(SearchReader reader, ExchangeSearch search) {
        this.reader = reader;
        this.search = search;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(SearchQuestion.ROUTE).routeId("search").bean(reader, "read").bean(search, "page");
    }
}
