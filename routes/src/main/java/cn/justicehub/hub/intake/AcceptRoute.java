package cn.justicehub.hub.intake;

import cn.justicehub.hub.problem.Refusal;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Accept: decode, admit, check everything, prepare, commit; what is refused may still be the repeat of a message that was
 * accepted when nothing stood against it. Body: {@link Incoming} to {@link Answer}.
 */
@Component
final class AcceptRoute extends RouteBuilder {

    private final Reading reading;
    private final Gate gate;
    private final InTurn inTurn;
    private final Commit commit;

    AcceptRoute(Reading reading, Gate gate, InTurn inTurn, Commit commit) {
        this.reading = reading;
        this.gate = gate;
        this.inTurn = inTurn;
        this.commit = commit;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(Incoming.ACCEPT)
                .routeId("accept")
                .bean(reading, "read")
                .setProperty(Reading.READ, body())
                .doTry()
                .bean(gate, "admit")
                .bean(inTurn, "require")
                .setProperty(Checks.CHECKED, body())
                .bean(inTurn, "prepare")
                .bean(commit, "commit")
                .doCatch(Refusal.class)
                .bean(reading, "answerRepeat")
                .end();
    }
}
