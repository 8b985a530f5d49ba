package cn.justicehub.hub.security;

import java.util.Set;

/**
 * The authenticated agency behind a request.
 *
 * @param agency agency code
 * @param scopes OAuth scopes of its token: {@code exchange:write}, {@code exchange:read}, {@code hub:admin}, {@code hub:audit}
 */
public record Caller(String agency, Set<String> scopes) {

    public static final String WRITE = "exchange:write";
    public static final String READ = "exchange:read";
    public static final String ADMIN = "hub:admin";
    public static final String AUDIT = "hub:audit";

    /** All there are. */
    public static final Set<String> SCOPES = Set.of(WRITE, READ, ADMIN, AUDIT);

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(String scope) {
        return scopes.contains(scope);
    }
}
