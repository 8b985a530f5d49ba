package cn.justicehub.hub.intake;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Dry run: every check of accept, nothing stored. Body: {@link Incoming} to {@link Validation}. */
@Component
final class ValidateRoute extends RouteBuilder {

    private final Reading reading;
    private final Gate gate;
    private final InTurn inTurn;

    ValidateRoute(Reading reading, Gate gate, InTurn inTurn) {
        this.reading = reading;
        this.gate = gate;
        this.inTurn = inTurn;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(Incoming.VALIDATE)
                .routeId("validate")
                .bean(reading, "read")
                .bean(gate, "admit")
                .bean(inTurn, "check")
                .bean(Validation.class, "of");
    }
}
