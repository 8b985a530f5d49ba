package cn.justicehub.hub.security;

import cn.justicehub.hub.problem.ProblemWriter;
import cn.justicehub.hub.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;

/** What security refuses, as problem documents. */
final class SecurityProblems {

    /** 401, with the challenge of RFC 6750 §3: a token that was sent and is not valid is told apart from none. */
    static final AuthenticationEntryPoint UNAUTHENTICATED = (request, response, failure) -> {
        if (failure instanceof KeysUnavailable) {
            ProblemWriter.write(request, response, KeysUnavailable.problem());
            return;
        }
        boolean invalid = failure instanceof OAuth2AuthenticationException;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, invalid ? "Bearer error=\"invalid_token\"" : "Bearer");
        ProblemWriter.write(request, response, Problems.of(401));
    };

    static final AccessDeniedHandler FORBIDDEN =
            (request, response, failure) -> ProblemWriter.write(request, response, Problems.of(403));

    private SecurityProblems() {}

    /** An address with an encoded slash, a parent directory, a semicolon and the like names nothing. */
    static void rejected(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejection)
            throws IOException {
        ProblemWriter.write(request, response, Problems.of(400));
    }
}
