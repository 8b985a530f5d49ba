package cn.justicehub.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.problem.Refusal;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

class HubGatewayTest extends CamelTestSupport {

    private static final Refusal REFUSAL = Refusal.notFound();

    /** What a route may do with a question. */
    static final class Oracle {

        public Object answer(String question) throws IOException {
            return switch (question) {
                case "refuse" -> throw REFUSAL;
                case "fail" -> throw new IOException("disk");
                default -> "re: " + question;
            };
        }
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:oracle").bean(new Oracle(), "answer");
            }
        };
    }

    private String ask(String question) {
        return new HubGateway(context(), template)
                .to("direct:oracle", String.class)
                .ask(question);
    }

    @Test
    void a_question_is_answered() {
        assertThat(ask("when")).isEqualTo("re: when");
    }

    @Test
    void a_refusal_comes_out_as_itself() {
        assertThatThrownBy(() -> ask("refuse")).isSameAs(REFUSAL);
    }

    @Test
    void before_the_routes_start_the_sender_is_told_to_come_back() throws Exception {
        try (CamelContext later = new DefaultCamelContext()) {
            HubGateway early = new HubGateway(later, later.createProducerTemplate());
            assertThatThrownBy(() -> early.to("direct:oracle", String.class).ask("when"))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(503));
        }
    }

    @Test
    void another_failure_keeps_its_cause_for_the_log() {
        assertThatThrownBy(() -> ask("fail"))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IOException.class);
    }
}
