package cn.justicehub.hub.edges;

import static cn.justicehub.hub.testing.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SigningIdentity;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.node.ObjectNode;

/** Signatures over something else, and signatures by somebody else. */
class BadSignatureTest {

    private static final Instant NOW = Instant.now();
    private static final SigningIdentity EXPIRED = identity(Instant.parse("2010-01-01T00:00:00Z"));
    private static final SigningIdentity NOT_YET = identity(NOW.plus(Duration.ofDays(5 * 365)));
    private static final SigningIdentity REVOKED = identity(NOW);
    private static final SigningIdentity RETIRING = identity(NOW);
    private static final SigningIdentity UNKNOWN = identity(NOW);

    private static Path data;
    private static HubUnderTest hub;
    private static Desk court;
    private static Desk centre;

    @BeforeAll
    static void start() throws IOException {
        data = Places.newData();
        Path folder = Places.folder(data, SandboxAgency.COURT);
        Path signers = folder.resolve("signers");
        Files.writeString(signers.resolve("expired.pem"), EXPIRED.certificatePem());
        Files.writeString(signers.resolve("not-yet.pem"), NOT_YET.certificatePem());
        Files.writeString(signers.resolve("revoked.pem"), REVOKED.certificatePem());
        Files.writeString(signers.resolve("retiring.pem"), RETIRING.certificatePem());
        Path definition = folder.resolve("agency.yaml");
        Files.writeString(
                definition,
                Files.readString(definition)
                        + "revokedSigners: { revoked.pem: 2026-01-01T00:00:00+08:00, retiring.pem: 2999-01-01T00:00:00+08:00 }\n");
        hub = HubUnderTest.startIn(data, Map.of());
        court = Desk.of(hub, SandboxAgency.COURT);
        centre = Desk.of(hub, SandboxAgency.CENTRE);
    }

    @AfterAll
    static void stop() throws IOException {
        hub.close();
        FileSystemUtils.deleteRecursively(data);
    }

    private static SigningIdentity identity(Instant now) {
        return SigningIdentity.create(SandboxAgency.COURT.code(), "测试", now);
    }

    @Test
    void every_certificate_in_force_signs() throws Exception {
        Act one = Steps.notice();
        Act other = Steps.notice();
        Accepted first = court.does(one);
        Accepted second = court.does(other, court.signed(other, court.body(other), RETIRING));

        Receipts.verify(hub, List.of(first, second));
    }

    @Test
    void certificates_out_of_force_or_of_others_do_not() {
        for (SigningIdentity signer : List.of(EXPIRED, NOT_YET, REVOKED, UNKNOWN, centre.identity())) {
            Act act = Steps.notice();
            refused(act, court.signed(act, court.body(act), signer), "E-CERT");
        }
    }

    @Test
    void a_signature_over_other_bytes() {
        Act act = Steps.notice();
        ObjectNode signed = (ObjectNode) Desk.JSON.readTree(court.signed(act, court.body(act)));

        ObjectNode payload = signed.deepCopy();
        payload.withObjectProperty("payload").put("chargeName", "another charge entirely");
        refused(act, Desk.bytes(payload), "E-SIG");
        refused(
                act,
                Desk.bytes(signed.deepCopy().put("messageId", UUID.randomUUID().toString())),
                "E-SIG");
        refused(act, Desk.bytes(signed.deepCopy().put("sentAt", "2026-01-01T00:00:00+08:00")), "E-SIG");
        refused(act, Desk.bytes(signed.deepCopy().put("sequenceNo", 99_999_999)), "E-SIG");
        ObjectNode actor = signed.deepCopy();
        actor.withObjectProperty("actor").put("id", "somebody-else-entirely");
        refused(act, Desk.bytes(actor), "E-SIG");
    }

    @Test
    void a_signature_over_another_act_exchange_version_or_sender() throws Exception {
        Act notice = Steps.notice();
        Act asWithdrawal = new Act(
                notice.messageId(), notice.type(), "withdraw", null, 1, notice.actor(), notice.payload(), List.of());
        Act asVersion = new Act(
                notice.messageId(), notice.type(), "submit", null, 2, notice.actor(), notice.payload(), List.of());
        ObjectNode body = court.body(notice);
        refused(notice, court.signed(asWithdrawal, body), "E-SIG");
        refused(notice, court.signed(asVersion, body), "E-SIG");
        refused(notice, centre.signed(notice, body, court.identity()), "E-SIG");

        Accepted one = court.does(Steps.notice());
        Accepted other = court.does(Steps.notice());
        Act here = Steps.PLAIN.validate(one.exchangeId());
        Act there = Steps.PLAIN.validate(other.exchangeId());
        byte[] signedForThere = centre.signed(there, centre.body(here));
        Refused.unchanged(hub, () -> centre.post(here, signedForThere), 422, "E-SIG");
        Receipts.verify(hub, List.of(one, other));
    }

    @Test
    void no_signature_where_one_is_required() throws Exception {
        Accepted opened = court.does(Steps.notice());
        Act act = Steps.PLAIN.validate(opened.exchangeId());
        Refused.unchanged(hub, () -> centre.post(act, Desk.bytes(centre.body(act))), 422, "E-SIG");
        Refused.unchanged(
                hub, () -> centre.post(act, Desk.bytes(centre.body(act).putNull("signature"))), 422, "E-SCHEMA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@@@@", "bm90IGEgQ01T", "MIIB", "bm90IGEgQ01T\n", "-----BEGIN CMS-----"})
    void what_is_no_signature(String signature) {
        Act act = Steps.notice();
        refused(act, Desk.bytes(court.body(act).put("signature", signature)), "E-SIG");
    }

    @Test
    void a_good_signature_cut_or_changed() {
        Act act = Steps.notice();
        ObjectNode signed = (ObjectNode) Desk.JSON.readTree(court.signed(act, court.body(act)));
        byte[] cms = Base64.getDecoder().decode(signed.get("signature").asString());
        byte[] changed = cms.clone();
        changed[changed.length - 1] ^= 1;
        byte[] cut = java.util.Arrays.copyOf(cms, cms.length - 10);
        for (byte[] bad : List.of(changed, cut)) {
            signed.put("signature", Base64.getEncoder().encodeToString(bad));
            refused(act, Desk.bytes(signed), "E-SIG");
        }
    }

    private static void refused(Act act, byte[] body, String code) {
        var problem = Refused.unchanged(hub, () -> court.post(act, body), 422, code);
        assertThat(Refused.fields(problem)).containsExactly(code + " /signature");
        Refused.quotesNothing(court.post(act, body), body);
        assertThat(json(court.post("/v1/validations/" + Steps.TYPE + "/submit", body))
                        .path("valid")
                        .asBoolean())
                .isFalse();
    }
}
