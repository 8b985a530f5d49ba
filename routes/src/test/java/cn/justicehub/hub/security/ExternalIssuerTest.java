package cn.justicehub.hub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.Requests;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens of somebody else's authorization server: which are believed, and what happens while it cannot be reached. */
class ExternalIssuerTest {

    private static final String ISSUER = "https://sso.test.invalid/justice";
    private static final String AUDIENCE = "https://hub.test.invalid";
    private static final String COURT = "court-220106";

    private static final List<JWK> KEYS = new CopyOnWriteArrayList<>();

    /** Whether the issuer can be asked; not when the first tokens come. */
    private static volatile boolean up;

    @SuppressWarnings("NullAway.Init")
    private static RSAKey rsa;

    @SuppressWarnings("NullAway.Init")
    private static HttpServer server;

    @SuppressWarnings("NullAway.Init")
    private static HubUnderTest hub;

    @SuppressWarnings("NullAway.Init")
    private static Requests requests;

    @BeforeAll
    static void start() throws Exception {
        rsa = new RSAKeyGenerator(2048).keyID("first").generate();
        KEYS.add(rsa);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/keys", exchange -> {
            byte[] set = new JWKSet(KEYS).toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(up ? 200 : 502, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        server.start();
        int port = server.getAddress().getPort();
        hub = HubUnderTest.start(Map.of(
                "hub.security.issuer.uri",
                ISSUER,
                "hub.security.issuer.keys",
                "http://127.0.0.1:" + port + "/keys",
                "hub.security.issuer.audience",
                AUDIENCE,
                "hub.security.issuer.agency-claim",
                "org"));
        requests = hub.requests();
        HttpResponse<String> down = ask(signed(rsa, good()));
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.headers().firstValue("Retry-After")).isPresent();
        assertThat(down.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        up = true;
        await().atMost(Duration.ofSeconds(30)).until(() -> status(signed(rsa, good())) == 200);
    }

    @AfterAll
    static void stop() {
        hub.close();
        server.stop(0);
    }

    private static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .jwtID(UUID.randomUUID().toString())
                .claim("org", COURT)
                .claim("scope", "exchange:read profile email")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private static String signed(JWK key, JWTClaimsSet.Builder claims) throws JOSEException {
        boolean elliptic = key instanceof ECKey;
        JWSSigner signer = elliptic ? new ECDSASigner((ECKey) key) : new RSASSASigner((RSAKey) key);
        return signed(elliptic ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256, key.getKeyID(), signer, claims);
    }

    private static String signed(
            JWSAlgorithm algorithm, @Nullable String keyId, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(keyId)
                        .build(),
                claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static HttpResponse<String> ask(String token) {
        return requests.get("/v1/inbox", request -> request.header("Authorization", "Bearer " + token));
    }

    private static int status(String token) {
        return ask(token).statusCode();
    }

    @Test
    void aNewKeyIsFollowed() throws Exception {
        ECKey next = new ECKeyGenerator(Curve.P_256).keyID("next").generate();
        KEYS.add(next);

        await().atMost(Duration.ofSeconds(30)).until(() -> status(signed(next, good())) == 200);
        assertThat(status(signed(rsa, good()))).isEqualTo(200);
    }

    @Test
    void theOtherRsaSignatureIsBelievedAsWell() throws Exception {
        assertThat(status(signed(JWSAlgorithm.PS256, rsa.getKeyID(), new RSASSASigner(rsa), good())))
                .isEqualTo(200);
    }

    @Test
    void whatIsNotForThisHubOrNotOfThisIssuerIsRefused() throws Exception {
        refused(claims -> claims.issuer("https://sso.other.invalid"));
        refused(claims -> claims.audience("https://another.test.invalid"));
        refused(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60))));
        refused(claims -> claims.expirationTime(null));
        refused(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(60))));
        refused(claims -> claims.claim("org", null));
        refused(claims -> claims.claim("org", List.of(COURT)));
    }

    private static void refused(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        assertThat(status(signed(rsa, change.apply(good())))).isEqualTo(401);
    }

    @Test
    void signaturesOfOtherKindsOrKeysAreRefused() throws Exception {
        assertThat(status(new PlainJWT(good().build()).serialize())).isEqualTo(401);
        byte[] publicKey = rsa.toPublicJWK().toRSAPublicKey().getEncoded();
        assertThat(status(signed(JWSAlgorithm.HS256, rsa.getKeyID(), new MACSigner(publicKey), good())))
                .isEqualTo(401);
        RSAKey stranger = new RSAKeyGenerator(2048).keyID(rsa.getKeyID()).generate();
        assertThat(status(signed(stranger, good()))).isEqualTo(401);
        RSAKey unknown = new RSAKeyGenerator(2048).keyID("unknown").generate();
        await().atMost(Duration.ofSeconds(30)).until(() -> status(signed(unknown, good())) == 401);
    }

    @Test
    void scopesAreTheHubsOwnAndThoseOfTheAgencysRole() throws Exception {
        assertThat(status(signed(rsa, good().claim("scope", List.of("exchange:read", "offline_access")))))
                .isEqualTo(200);
        assertThat(status(signed(rsa, good().claim("scope", "profile")))).isEqualTo(403);
        assertThat(status(signed(rsa, good().claim("scope", null)))).isEqualTo(403);
        String tooMuch = signed(rsa, good().claim("scope", "exchange:read hub:admin hub:audit"));
        assertThat(status(tooMuch)).as("what its role gives counts").isEqualTo(200);
        for (String path : List.of("/v1/alarms", "/actuator/metrics")) {
            HttpResponse<String> answer =
                    requests.get(path, request -> request.header("Authorization", "Bearer " + tooMuch));
            assertThat(answer.statusCode())
                    .as("what it does not give does not: %s", path)
                    .isEqualTo(403);
        }
        assertThat(status(signed(rsa, good().claim("org", "nobody-01")))).isEqualTo(403);
    }

    @Test
    void thisHubIssuesNoTokens() {
        assertThat(requests.post("/oauth2/token", "", request -> request).statusCode())
                .isEqualTo(404);
    }

    @Test
    void allThatIsWrongWithItsSettingsIsToldAtOnce() {
        assertThatThrownBy(() -> new ExternalIssuer("", "ftp://sso.test.invalid", "", " "))
                .hasMessageContainingAll("issuer.uri", "issuer.audience", "issuer.agency-claim", "issuer.keys");
        assertThatThrownBy(() -> new ExternalIssuer(ISSUER, "http://sso.test.invalid/keys", AUDIENCE, "org"))
                .hasMessageContaining("no https URL");
    }
}
