package cn.justicehub.hub.web;

import cn.justicehub.hub.problem.Refusal;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** The way from the HTTP edge into the routes; the web server answers a little before they start and after they stop. */
@Component
class HubGateway {

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final CamelContext camel;
    private final ProducerTemplate producer;

    HubGateway(CamelContext camel, ProducerTemplate producer) {
        this.camel = camel;
        this.producer = producer;
    }

    /** A question that a route answers. */
    @FunctionalInterface
    interface Line<Q, A> {

        /**
         * Asks and waits.
         *
         * @throws Refusal when the route refuses
         */
        A ask(Q question);
    }

    /** The line to a route, looked up once. */
    <Q, A> Line<Q, A> to(String uri, Class<A> answer) {
        Endpoint endpoint = camel.getEndpoint(uri);
        return question -> answer.cast(send(endpoint, question));
    }

    private Object send(Endpoint endpoint, Object question) {
        Exchange exchange = endpoint.createExchange(ExchangePattern.InOut);
        exchange.getIn().setBody(question);
        Exception failure = producer.send(endpoint, exchange).getException();
        if (failure instanceof RejectedExecutionException) {
            throw Refusal.unavailable("枢纽正在启动或停机，请稍后重试", "the hub is starting or shutting down", RETRY);
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure != null) {
            throw new CompletionException(failure);
        }
        return Objects.requireNonNull(exchange.getMessage().getBody());
    }
}
