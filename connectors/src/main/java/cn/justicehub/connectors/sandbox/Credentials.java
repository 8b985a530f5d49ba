package cn.justicehub.connectors.sandbox;

/**
 * With what an agency asks the hub for a token.
 *
 * @param agency agency code
 * @param clientId OAuth client
 * @param secret its plain secret
 * @param scope scopes to ask for, separated by blanks
 */
public record Credentials(String agency, String clientId, String secret, String scope) {

    @Override
    public String toString() {
        return "Credentials[" + clientId + "]";
    }
}
