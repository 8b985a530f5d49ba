package cn.justicehub.hub.edges;

import static cn.justicehub.hub.testing.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.HubUnderTest;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** A good message under a token that does not carry it. */
class BadTokenTest {

    private static final String ISSUER = "https://hub.sandbox.invalid";

    private static HubUnderTest hub;
    private static Desk court;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.shared();
        court = Desk.of(hub, SandboxAgency.COURT);
    }

    @Test
    void no_token() {
        Act act = Steps.notice();
        byte[] good = court.signed(act, court.body(act));
        HttpRequest request = HttpRequest.newBuilder(hub.uri(Desk.path(act)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(good))
                .build();

        Refused.unchanged(hub, () -> hub.requests().send(request), 401, "E-AUTH");
    }

    @Test
    void a_token_made_like_ours_is_good_while_it_lasts() {
        Act act = Steps.notice();
        byte[] good = court.signed(act, court.body(act));

        assertThat(court.post(Desk.path(act), good, signed(-60, 60, ISSUER)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void an_expired_token() {
        refused(signed(-600, -300, ISSUER));
    }

    @Test
    void a_token_of_another_hub() {
        refused(signed(-60, 60, "https://other.invalid"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_token_with_one_part_changed(int part) {
        String[] parts = court.token().split("\\.");
        int middle = parts[part].length() / 2;
        char other = parts[part].charAt(middle) == 'A' ? 'B' : 'A';
        parts[part] = parts[part].substring(0, middle) + other + parts[part].substring(middle + 1);

        refused(String.join(".", parts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJhZ2VuY3kiOiJjb3VydC0yMjAxMDYifQ."})
    void what_is_no_token(String token) {
        refused(token);
    }

    @Test
    void a_token_without_the_scope() {
        Act act = Steps.notice();
        byte[] good = court.signed(act, court.body(act));
        String reader = json(hub.requests().token(SandboxAgency.COURT.code(), secret(), "&scope=" + Caller.READ))
                .get("access_token")
                .asString();

        Refused.unchanged(hub, () -> court.post(Desk.path(act), good, reader), 403, "E-AUTH");
    }

    @Test
    void operators_auditors_and_agencies_of_other_roles_open_nothing() {
        Act act = Steps.notice();
        byte[] good = court.signed(act, court.body(act));
        for (SandboxAgency agency : SandboxAgency.ALL) {
            if (!agency.equals(SandboxAgency.COURT)) {
                String token = Desk.of(hub, agency).token();
                Refused.unchanged(hub, () -> court.post(Desk.path(act), good, token), 403, "E-AUTH");
            }
        }
    }

    @Test
    void an_agency_that_is_not_in_force_opens_nothing() {
        Act act = Steps.notice();
        byte[] good = court.signed(act, court.body(act));
        String stranger = hub.token("court-999999", Caller.READ, Caller.WRITE);

        Refused.unchanged(hub, () -> court.post(Desk.path(act), good, stranger), 403, "E-AUTH");
    }

    private static void refused(String token) {
        Act act = Steps.notice();
        byte[] good = court.signed(act, court.body(act));
        HttpResponse<String>[] answer = new HttpResponse[1];
        Refused.unchanged(hub, () -> answer[0] = court.post(Desk.path(act), good, token), 401, "E-AUTH");
        assertThat(answer[0].headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        Refused.quotesNothing(answer[0], good);
    }

    private static String secret() {
        return hub.bean(cn.justicehub.connectors.sandbox.SandboxHome.class)
                .credentials(SandboxAgency.COURT)
                .secret();
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
                        .claim("agency", SandboxAgency.COURT.code())
                        .claim("scope", List.of(Caller.READ, Caller.WRITE))
                        .build()))
                .getTokenValue();
    }
}
