package cn.justicehub.hub.security;

import cn.justicehub.connectors.agency.Agency;
import java.util.Collection;

/** Keeps the OAuth clients the same as the credentials of the agencies in force. */
public interface ClientSync {

    /**
     * Makes the credentials of these agencies the only ones: new ones are added, changed ones replaced, all others
     * removed. Joins the caller's transaction. Tokens already issued stay valid until they expire, at most
     * {@code hub.security.token-lifetime}; whether their agency is still in force is checked with each request.
     */
    void replaceAll(Collection<Agency> agencies);
}
