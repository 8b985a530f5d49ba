package cn.justicehub.hub.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.camel.CamelExecutionException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Whatever a controller or a route throws becomes a problem document; what nobody foresaw is logged and says nothing. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    void handle(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Throwable error = unwrapped(thrown);
        if (error instanceof AsyncRequestNotUsableException) {
            return; // the caller has gone
        }
        if (error instanceof ErrorResponse http) {
            http.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        ProblemWriter.write(request, response, problem(error));
    }

    /** Security's own exceptions go on to security, which knows whether to ask for a token. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leave(RuntimeException security) {
        throw security;
    }

    private static Problem problem(Throwable error) {
        if (error instanceof Refusal refusal) {
            return Problems.of(refusal);
        }
        if (isTooLarge(error)) {
            return Problems.of(413);
        }
        if (error instanceof ErrorResponse http) {
            return Problems.of(http.getStatusCode().value());
        }
        if (error instanceof HttpMessageConversionException
                || error instanceof InvalidParameterException
                || error instanceof TypeMismatchException
                || error instanceof BindException) {
            return Problems.of(400);
        }
        if (Outage.is(error)) {
            LOG.warn(
                    "A request met an outage of the database: {}",
                    error.getClass().getSimpleName());
            return Outage.problem();
        }
        LOG.error("A request failed", Redacted.of(error));
        return Problems.of(500);
    }

    private static boolean isTooLarge(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable error = thrown;
        while (error instanceof CamelExecutionException
                || error instanceof CompletionException
                || error instanceof ExecutionException) {
            Throwable cause = error.getCause();
            if (cause == null) {
                return error;
            }
            error = cause;
        }
        return error;
    }
}
