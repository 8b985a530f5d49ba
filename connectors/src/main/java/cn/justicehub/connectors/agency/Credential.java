package cn.justicehub.connectors.agency;

/**
 * An OAuth 2.0 client that acts for an agency.
 *
 * @param clientId unique over all agencies
 * @param secretHash <code>{bcrypt}$2…</code>; the secret itself is never in a folder
 */
public record Credential(String clientId, String secretHash) {}
