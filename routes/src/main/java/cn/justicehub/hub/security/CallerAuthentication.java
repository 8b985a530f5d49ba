package cn.justicehub.hub.security;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** A verified token: its caller as principal, its scopes as authorities. Immutable, so requests may share it. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;
    static final String AGENCY_CLAIM = "agency";
    static final String SCOPE_CLAIM = "scope";

    private final transient Caller caller;

    private CallerAuthentication(Caller caller) {
        super(caller.scopes().stream().map(SimpleGrantedAuthority::new).toList());
        this.caller = caller;
        super.setAuthenticated(true);
    }

    static CallerAuthentication of(Jwt token) {
        String agency = Objects.requireNonNull(token.getClaimAsString(AGENCY_CLAIM), AGENCY_CLAIM);
        return new CallerAuthentication(new Caller(agency, Set.copyOf(token.getClaimAsStringList(SCOPE_CLAIM))));
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication that && caller.equals(that.caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
