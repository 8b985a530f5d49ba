package cn.justicehub.hub.operations;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** List alarms: what needs a person, oldest first. Body: {@link AlarmListQuestion} to the API's AlarmPage. */
@Component
final class AlarmListRoute extends RouteBuilder {

    private final AlarmList alarms;

    AlarmListRoute(AlarmList alarms) {
        this.alarms = alarms;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(AlarmListQuestion.ROUTE).routeId("list-alarms").bean(alarms, "page");
    }
}
