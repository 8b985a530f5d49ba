package cn.justicehub.hub.intake;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Accept: decode, answer a repeat, admit, check everything, prepare, commit. Body: {@link Incoming} to {@link Answer}. */
@Component
final class AcceptRoute extends RouteBuilder {

    private final Reading reading;
    private final Gate gate;
    private final Checks checks;
    private final Preparer preparer;
    private final Commit commit;

    AcceptRoute(Reading reading, Gate gate, Checks checks, Preparer preparer, Commit commit) {
        this.reading = reading;
        this.gate = gate;
        this.checks = checks;
        this.preparer = preparer;
        this.commit = commit;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(Incoming.ACCEPT)
                .routeId("accept")
                .bean(reading, "read")
                .bean(reading, "answerRepeat")
                .filter(body().isInstanceOf(Read.class))
                .bean(gate, "admit")
                .bean(checks, "require")
                .bean(preparer, "prepare")
                .bean(commit, "commit");
    }
}
