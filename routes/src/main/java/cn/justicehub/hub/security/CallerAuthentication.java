package cn.justicehub.hub.security;

import java.util.HashSet;
import java.util.List;
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

    /**
     * The caller of a checked token. Of its scopes only the hub's own count.
     *
     * @param agencyClaim the claim that holds the agency's code
     */
    static CallerAuthentication of(Jwt token, String agencyClaim) {
        String agency = Objects.requireNonNull(token.getClaimAsString(agencyClaim), agencyClaim);
        Set<String> scopes = new HashSet<>();
        List<String> claimed = token.getClaimAsStringList(SCOPE_CLAIM);
        if (claimed != null) {
            claimed.forEach(some -> scopes.addAll(List.of(some.split(" ")))); // RFC 8693 §4.2: one string
        }
        scopes.retainAll(Caller.SCOPES);
        return new CallerAuthentication(new Caller(agency, scopes));
    }

    /** The same caller with those of its scopes that it is granted. */
    CallerAuthentication within(Set<String> granted) {
        if (granted.containsAll(caller.scopes())) {
            return this;
        }
        Set<String> both = new HashSet<>(caller.scopes());
        both.retainAll(granted);
        return new CallerAuthentication(new Caller(caller.agency(), both));
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
