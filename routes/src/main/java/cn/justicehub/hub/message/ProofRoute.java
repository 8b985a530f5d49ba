package cn.justicehub.hub.message;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Get proof: prove a record against the published heads. Body: {@link ProofQuestion} to the API's Proof. */
@Component
final class ProofRoute extends RouteBuilder {

    private final MessageProofs proofs;

    ProofRoute(MessageProofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(ProofQuestion.ROUTE).routeId("get-proof").bean(proofs, "prove");
    }
}
