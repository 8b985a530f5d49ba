package cn.justicehub.hub.security;

import cn.justicehub.connectors.agency.Agency;
import java.util.Set;

/** Which scopes an agency's roles give its clients: whoever runs or audits the hub takes no part in exchanges. */
public final class Scopes {

    private Scopes() {}

    /** The scopes of an agency. */
    public static Set<String> of(Agency agency) {
        if (agency.has(Agency.OPERATOR)) {
            return Set.of(Caller.ADMIN);
        }
        if (agency.has(Agency.AUDITOR)) {
            return Set.of(Caller.AUDIT);
        }
        return Set.of(Caller.WRITE, Caller.READ);
    }
}
