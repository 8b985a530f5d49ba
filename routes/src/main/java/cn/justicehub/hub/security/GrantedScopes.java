package cn.justicehub.hub.security;

import java.util.Set;

/** What an agency may do now, whatever its token says: a token outlives, by minutes, what it was issued for. */
public interface GrantedScopes {

    /** The scopes that the agency's roles give; none when it is not in force. */
    Set<String> of(String agency);
}
