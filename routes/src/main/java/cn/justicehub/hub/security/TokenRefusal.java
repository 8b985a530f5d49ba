package cn.justicehub.hub.security;

import cn.justicehub.hub.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Errors of the token endpoint keep the form that OAuth clients know (RFC 6749 §5.2): a code and no more. That the hub
 * cannot tell now is no such error; it is a problem as anywhere else, with the time after which to come back.
 */
final class TokenRefusal implements AuthenticationFailureHandler {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyChecks tooMany) {
            ProblemWriter.write(request, response, tooMany.problem());
            return;
        }
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : OAuth2ErrorCodes.INVALID_REQUEST;
        boolean unknown = code.equals(OAuth2ErrorCodes.INVALID_CLIENT);
        response.setStatus(unknown ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_BAD_REQUEST);
        if (unknown) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(Map.of("error", code)));
    }
}
