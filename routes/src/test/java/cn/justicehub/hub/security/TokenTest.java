package cn.justicehub.hub.security;

import static cn.justicehub.hub.testing.Requests.bearer;
import static cn.justicehub.hub.testing.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.Requests;
import cn.justicehub.hub.testing.TestAgencies;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

class TokenTest {

    private static final String SECRET = "correct horse battery staple";

    private static HubUnderTest hub;
    private static Requests requests;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.start(Map.of("hub.security.clock-skew", "0s", "server.forward-headers-strategy", "native"));
        requests = hub.requests();
        hub.bean(ClientSync.class).replaceAll(agencies());
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static List<Agency> agencies() {
        return List.of(
                TestAgencies.agency("court-x", "court", SECRET),
                TestAgencies.agency("guessed-x", "court", SECRET),
                TestAgencies.agency("proxied-x", "court", SECRET),
                TestAgencies.agency("operator-x", Agency.OPERATOR, SECRET),
                TestAgencies.agency("auditor-x", Agency.AUDITOR, SECRET));
    }

    @Test
    void an_agency_gets_a_token_that_says_who_it_is() {
        HttpResponse<String> answer = requests.token("court-x", SECRET, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("expires_in").asInt()).isBetween(295, 300);
        assertThat(json(answer).get("scope").asString().split(" "))
                .containsExactlyInAnyOrder(Caller.READ, Caller.WRITE);
        assertThat(requests.get("/test/caller", bearer(accessToken(answer))).body())
                .isEqualTo("court-x");
    }

    @Test
    void a_client_may_ask_for_less_but_not_for_more() {
        assertThat(json(requests.token("court-x", SECRET, "&scope=exchange:read"))
                        .get("scope")
                        .asString())
                .isEqualTo(Caller.READ);
        HttpResponse<String> more = requests.token("court-x", SECRET, "&scope=hub:admin");
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(json(more).get("error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void operator_and_auditor_take_no_part_in_exchanges() {
        assertThat(json(requests.token("operator-x", SECRET, "")).get("scope").asString())
                .isEqualTo(Caller.ADMIN);
        assertThat(json(requests.token("auditor-x", SECRET, "")).get("scope").asString())
                .isEqualTo(Caller.AUDIT);
    }

    @Test
    void metrics_are_for_operator_and_auditor() {
        String auditor = hub.token(SandboxAgency.AUDITOR.code(), Caller.AUDIT);
        String formerAuditor = accessToken(requests.token("auditor-x", SECRET, ""));
        String court = accessToken(requests.token("court-x", SECRET, ""));

        assertThat(requests.get("/actuator/prometheus", bearer(auditor)).body())
                .contains("jvm_memory_used_bytes", "hub_http_requests_seconds_count", "hikaricp_connections");
        unauthorised(requests.get("/actuator/prometheus"), 401);
        unauthorised(requests.get("/actuator/prometheus", bearer(court)), 403);
        unauthorised(requests.get("/actuator/prometheus", bearer(formerAuditor)), 403);
    }

    @Test
    void health_is_public_and_names_its_parts() {
        HttpResponse<String> health = requests.get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(json(health).at("/components/database/status").asString()).isEqualTo("UP");
        assertThat(json(health).at("/components/broker/status").asString()).isEqualTo("UP");
        assertThat(json(requests.get("/actuator/health/readiness"))
                        .get("status")
                        .asString())
                .isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "correct horse battery staple "})
    void a_wrong_secret_gets_no_token(String secret) {
        HttpResponse<String> answer = requests.token("court-x", secret, "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).get("error").asString()).isEqualTo("invalid_client");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Basic");
    }

    @Test
    void a_guesser_is_told_to_come_back_and_the_agency_still_gets_its_token() {
        assertThat(requests.token("guessed-x", SECRET, "").statusCode()).isEqualTo(200);
        for (int i = 0; i < Guesses.WRONG; i++) {
            assertThat(requests.token("guessed-x", "guess " + i, "").statusCode())
                    .isEqualTo(401);
        }

        HttpResponse<String> counted = requests.token("guessed-x", "one more", "");

        assertThat(counted.statusCode()).isEqualTo(429);
        assertThat(counted.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(counted.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(counted).at("/violations/0/retryable").asBoolean()).isTrue();
        assertThat(requests.token("guessed-x", SECRET, "").statusCode()).isEqualTo(200);
        assertThat(requests.token("court-x", SECRET, "").statusCode()).isEqualTo(200);
    }

    /** As config/README.md tells the operator to set up a proxy. */
    @Test
    void behind_a_proxy_guesses_count_by_the_callers_address() {
        for (int i = 0; i < Guesses.WRONG; i++) {
            assertThat(proxied("192.0.2.7", "guess " + i)).isEqualTo(401);
        }

        assertThat(proxied("192.0.2.7", SECRET)).isEqualTo(429);
        assertThat(proxied("192.0.2.8", SECRET)).isEqualTo(200);
        assertThat(proxied("192.0.2.7", SECRET)).as("known by now").isEqualTo(200);
    }

    private static int proxied(String caller, String secret) {
        String basic = Base64.getEncoder().encodeToString(("proxied-x:" + secret).getBytes(StandardCharsets.UTF_8));
        return requests.send(HttpRequest.newBuilder(hub.uri("/oauth2/token"))
                        .header("X-Forwarded-For", caller)
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build())
                .statusCode();
    }

    @Test
    void an_empty_secret_is_no_request() {
        assertThat(requests.token("court-x", "", "").statusCode()).isEqualTo(400);
    }

    @Test
    void an_unknown_client_gets_no_token() {
        assertThat(requests.token("nobody", SECRET, "").statusCode()).isEqualTo(401);
    }

    @Test
    void a_request_without_token_is_asked_for_one() {
        HttpResponse<String> answer = requests.get("/test/caller");

        unauthorised(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void a_token_that_was_changed_is_refused() {
        String token = accessToken(requests.token("court-x", SECRET, ""));
        int middle = token.length() / 2;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';

        HttpResponse<String> answer =
                requests.get("/test/caller", bearer(token.substring(0, middle) + other + token.substring(middle + 1)));

        unauthorised(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJhZ2VuY3kiOiJjb3VydC14Iiwic2NvcGUiOlsiaHViOmFkbWluIl19."})
    void what_is_no_token_of_ours_is_refused(String token) {
        unauthorised(requests.get("/test/caller", bearer(token)), 401);
    }

    @Test
    void an_expired_token_is_refused() {
        unauthorised(requests.get("/test/caller", bearer(signed(-600, -300, "https://hub.sandbox.invalid"))), 401);
    }

    @Test
    void a_token_for_another_hub_is_refused() {
        unauthorised(requests.get("/test/caller", bearer(signed(0, 300, "https://other.invalid"))), 401);
    }

    @Test
    void a_token_in_the_address_is_not_looked_at() {
        String token = accessToken(requests.token("court-x", SECRET, ""));

        unauthorised(requests.get("/test/caller?access_token=" + token), 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorize",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/jwks",
                "/.well-known/oauth-authorization-server",
                "/login",
                "/actuator",
                "/actuator/env"
            })
    void no_other_endpoint_is_there(String path) {
        unauthorised(requests.get(path), 401);
        assertThat(requests.get(path, bearer(hub.token(SandboxAgency.BUREAU.code(), Caller.ADMIN)))
                        .statusCode())
                .isIn(404, 200)
                .isEqualTo(path.equals("/actuator") ? 200 : 404);
    }

    @Test
    void a_client_that_is_no_longer_in_force_gets_no_token() {
        ClientSync sync = hub.bean(ClientSync.class);
        sync.replaceAll(List.of(TestAgencies.agency("operator-x", Agency.OPERATOR, SECRET)));
        try {
            assertThat(requests.token("court-x", SECRET, "").statusCode()).isEqualTo(401);
            assertThat(requests.token("operator-x", SECRET, "").statusCode()).isEqualTo(200);
        } finally {
            sync.replaceAll(agencies());
        }
    }

    @Test
    void a_changed_secret_holds_at_once() {
        ClientSync sync = hub.bean(ClientSync.class);
        assertThat(requests.token("court-x", SECRET, "").statusCode()).isEqualTo(200);
        sync.replaceAll(List.of(TestAgencies.agency("court-x", "court", "another secret")));
        try {
            assertThat(requests.token("court-x", SECRET, "").statusCode()).isEqualTo(401);
            assertThat(requests.token("court-x", "another secret", "").statusCode())
                    .isEqualTo(200);
        } finally {
            sync.replaceAll(agencies());
        }
    }

    @Test
    void signing_keys_lie_sealed_in_the_database() {
        List<String> keys = hub.bean(JdbcTemplate.class)
                .query("select encode(sealed, 'escape') from token_key", (row, number) -> row.getString(1));

        assertThat(keys).hasSize(1).noneMatch(key -> key.contains("RSA") || key.contains("kty"));
    }

    private static String signed(int fromSeconds, int toSeconds, String issuer) {
        @SuppressWarnings("unchecked")
        JWKSource<SecurityContext> keys = hub.bean(JWKSource.class);
        Instant now = Instant.now();
        return new NimbusJwtEncoder(keys)
                .encode(JwtEncoderParameters.from(JwtClaimsSet.builder()
                        .issuer(issuer)
                        .audience(List.of(issuer))
                        .issuedAt(now.plusSeconds(fromSeconds))
                        .expiresAt(now.plusSeconds(toSeconds))
                        .claim("agency", "court-x")
                        .claim("scope", List.of(Caller.READ))
                        .build()))
                .getTokenValue();
    }

    private static String accessToken(HttpResponse<String> answer) {
        return json(answer).get("access_token").asString();
    }

    private static void unauthorised(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:justicehub:problem:E-AUTH");
    }
}
