package cn.justicehub.hub.security;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.Credential;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mirrors credentials into the table of Spring Authorization Server; the client's name is its agency's code. */
@Component
class JdbcClientSync implements ClientSync {

    private final JdbcOperations jdbc;
    private final RegisteredClientRepository clients;
    private final TokenSettings tokens;

    JdbcClientSync(JdbcOperations jdbc, RegisteredClientRepository clients, SecuritySettings settings) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.tokens = TokenSettings.builder()
                .accessTokenTimeToLive(settings.tokenLifetime())
                .build();
    }

    @Override
    @Transactional
    public void replaceAll(Collection<Agency> agencies) {
        List<RegisteredClient> wanted =
                agencies.stream().flatMap(agency -> clients(agency).stream()).toList();
        String[] ids = wanted.stream().map(RegisteredClient::getId).toArray(String[]::new);
        jdbc.update(
                "delete from oauth2_registered_client where id <> all (?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", ids)));
        wanted.forEach(clients::save);
    }

    private List<RegisteredClient> clients(Agency agency) {
        return agency.credentials().stream()
                .map(credential -> client(agency, credential))
                .toList();
    }

    private RegisteredClient client(Agency agency, Credential credential) {
        return RegisteredClient.withId(credential.clientId())
                .clientId(credential.clientId())
                .clientName(agency.code())
                .clientSecret(credential.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(Scopes.of(agency)))
                .tokenSettings(tokens)
                .build();
    }
}
