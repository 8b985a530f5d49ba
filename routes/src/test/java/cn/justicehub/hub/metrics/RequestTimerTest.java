package cn.justicehub.hub.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestTimerTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RequestTimer timer = new RequestTimer(meters);

    @Test
    void counts_requests_by_class_of_status() throws Exception {
        answer(201);
        answer(404);
        answer(413);

        assertThat(count("2xx")).isEqualTo(1);
        assertThat(count("4xx")).isEqualTo(2);
        assertThat(count("5xx")).isZero();
    }

    private void answer(int status) throws Exception {
        timer.doFilter(
                new MockHttpServletRequest(),
                new MockHttpServletResponse(),
                (request, response) -> ((MockHttpServletResponse) response).setStatus(status));
    }

    private long count(String status) {
        return meters.get("hub.http.requests").tag("status", status).timer().count();
    }
}
