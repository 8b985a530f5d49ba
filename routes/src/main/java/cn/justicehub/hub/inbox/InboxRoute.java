package cn.justicehub.hub.inbox;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Read inbox: wait until there is something, make a page of it. Body: {@link InboxQuestion} to {@link InboxAnswer}. */
@Component
final class InboxRoute extends RouteBuilder {

    private final LongPoll poll;
    private final InboxPages pages;

    InboxRoute(LongPoll poll, InboxPages pages) {
        this.poll = poll;
        this.pages = pages;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(InboxQuestion.ROUTE).routeId("read-inbox").bean(poll, "await").bean(pages, "page");
    }
}
