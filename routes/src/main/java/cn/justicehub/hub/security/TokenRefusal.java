package cn.justicehub.hub.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ErrorAuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Errors of the token endpoint keep the form that OAuth clients know (RFC 6749 §5.2). */
final class TokenRefusal implements AuthenticationFailureHandler {

    private final OAuth2ErrorAuthenticationFailureHandler standard = new OAuth2ErrorAuthenticationFailureHandler();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : "";
        if (SecretCheck.BUSY.equals(code)) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            response.setContentType("application/json");
            response.getWriter().write("{\"error\":\"" + SecretCheck.BUSY + "\"}");
            return;
        }
        if ("invalid_client".equals(code)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic");
        }
        standard.onAuthenticationFailure(request, response, failure);
    }
}
