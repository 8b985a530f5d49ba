package cn.justicehub.hub.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code hub_http_requests_seconds}: requests by class of status, in place of Spring's own observation of each request,
 * which costs a fifth of the throughput.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestTimer extends OncePerRequestFilter {

    private final Timer[] byClass;

    RequestTimer(MeterRegistry meters) {
        this.byClass = IntStream.rangeClosed(0, 5)
                .mapToObj(hundreds -> Timer.builder("hub.http.requests")
                        .description("HTTP requests answered")
                        .tag("status", hundreds == 0 ? "none" : hundreds + "xx")
                        .publishPercentileHistogram(false)
                        .register(meters))
                .toArray(Timer[]::new);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            byClass[hundreds(response.getStatus())].record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private static int hundreds(int status) {
        return status >= 100 && status < 600 ? status / 100 : 0;
    }
}
