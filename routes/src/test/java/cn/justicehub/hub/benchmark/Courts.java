package cn.justicehub.hub.benchmark;

import cn.justicehub.api.format.Uscc;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.Credentials;
import cn.justicehub.connectors.sandbox.SigningIdentity;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import cn.justicehub.hub.testing.HubUnderTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Four courts that send, and a centre that receives: none of them exists (province 69 does not). */
final class Courts {

    static final String PATH = "/v1/exchanges/defence-notice";

    private static final int COURTS = 4;
    private static final String CENTRE = "bench-centre";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final URI NOWHERE = URI.create("http://127.0.0.1");

    private final List<String> codes = new ArrayList<>();
    private final List<SigningIdentity> identities = new ArrayList<>();
    private final List<AgencyClient> signing = new ArrayList<>();
    private final List<AgencyClient> plain = new ArrayList<>();

    Courts() {
        for (int i = 0; i < COURTS; i++) {
            String code = "bench-court-" + i;
            SigningIdentity identity = SigningIdentity.create(code, "测试法院", CLOCK.instant());
            Credentials credentials =
                    new Credentials(code, code, UUID.randomUUID().toString(), "");
            codes.add(code);
            identities.add(identity);
            signing.add(new AgencyClient(NOWHERE, credentials, identity, CLOCK));
            plain.add(new AgencyClient(NOWHERE, credentials, null, CLOCK));
        }
    }

    /** Writes the folders by which the hub knows them. */
    void writeFolders(Path agencies) throws IOException {
        for (int i = 0; i < COURTS; i++) {
            Path folder = write(agencies, codes.get(i), "court", i);
            Path signers = Files.createDirectories(folder.resolve("signers"));
            Files.writeString(signers.resolve("bench.pem"), identities.get(i).certificatePem());
        }
        write(agencies, CENTRE, "legal-aid-centre", COURTS);
    }

    private static Path write(Path agencies, String code, String role, int number) throws IOException {
        Path folder = Files.createDirectories(agencies.resolve(code));
        Files.writeString(folder.resolve("agency.yaml"), """
                code: %s
                nameZh: 测试机构
                uscc: %s
                roles: [%s]
                level: DISTRICT
                channel:
                  pull: { ackWithin: PT24H }
                signaturePolicy: OPTIONAL
                """.formatted(code, uscc("11690106MTEX0090" + number), role));
        return folder;
    }

    private static String uscc(String start) {
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(last -> start + (char) last)
                .filter(Uscc::isValid)
                .findFirst()
                .orElseThrow();
    }

    /** A fresh token of each court. */
    List<String> tokens(HubUnderTest hub) {
        return codes.stream().map(code -> hub.token(code, "exchange:write")).toList();
    }

    /** Unsigned notices, of the courts in turn, that the loader makes distinct. */
    List<Template> notices(String path, List<String> tokens, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Template.post(path, tokens.get(i % COURTS), unsigned(i)))
                .toList();
    }

    /** Signed notices, of the courts in turn, each distinct already. */
    List<Template> signed(List<String> tokens, int first, int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> Template.post(PATH, tokens.get(i % COURTS), signed(first + i, i % COURTS)))
                .toList();
    }

    private byte[] unsigned(int i) {
        Act drawn = notice(Template.NUMBER, i);
        Act fixed = new Act(
                Template.ID,
                drawn.type(),
                drawn.act(),
                null,
                drawn.schemaVersion(),
                drawn.actor(),
                drawn.payload(),
                drawn.attachments());
        return plain.get(i % COURTS).body(fixed);
    }

    private byte[] signed(int n, int court) {
        return signing.get(court).body(notice(1 + n, n));
    }

    private static Act notice(int serial, int person) {
        return SimulatedCourt.notice(serial, Defendants.of(person), LocalDate.now(CLOCK), null);
    }
}
