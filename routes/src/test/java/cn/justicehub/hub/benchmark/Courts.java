package cn.justicehub.hub.benchmark;

import cn.justicehub.api.format.Uscc;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.Credentials;
import cn.justicehub.connectors.sandbox.SandboxAgency;
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

/** Courts that send, and a centre that receives: none of them exists (province 69 does not). */
final class Courts {

    static final String PATH = "/v1/exchanges/defence-notice";

    private static final int COURTS = 4;
    private static final String PULL = "pull: { ackWithin: PT24H }";
    /** The only agency for which the sandbox has a webhook secret. */
    private static final String CENTRE = SandboxAgency.FIRM.code();

    private static final Clock CLOCK = Clock.systemUTC();
    private static final URI NOWHERE = URI.create("http://127.0.0.1");

    private final List<String> codes = new ArrayList<>();
    private final List<SigningIdentity> identities = new ArrayList<>();
    private final List<AgencyClient> signing = new ArrayList<>();
    private final List<AgencyClient> plain = new ArrayList<>();

    private final String centreChannel;

    /** Four courts, and a centre that fetches. */
    Courts() {
        this(COURTS, PULL);
    }

    private Courts(int courts, String centreChannel) {
        this.centreChannel = centreChannel;
        for (int i = 0; i < courts; i++) {
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

    /** So many courts, at most 99, and a centre that fetches. */
    static Courts many(int courts) {
        return new Courts(courts, PULL);
    }

    /** Four courts, and a centre that is pushed to. */
    static Courts pushingTo(URI address) {
        return new Courts(COURTS, "push: { address: '" + address + "' }");
    }

    /** Writes the folders by which the hub knows them. */
    void writeFolders(Path agencies) throws IOException {
        for (int i = 0; i < codes.size(); i++) {
            Path folder = write(agencies, codes.get(i), "court", PULL, i);
            Path signers = Files.createDirectories(folder.resolve("signers"));
            Files.writeString(signers.resolve("bench.pem"), identities.get(i).certificatePem());
        }
        write(agencies, CENTRE, "legal-aid-centre", centreChannel, codes.size());
    }

    private static Path write(Path agencies, String code, String role, String channel, int number) throws IOException {
        Path folder = Files.createDirectories(agencies.resolve(code));
        Files.writeString(folder.resolve("agency.yaml"), """
                code: %s
                nameZh: 测试机构
                uscc: %s
                roles: [%s]
                level: DISTRICT
                channel:
                  %s
                limits: { inFlight: 64, queue: 256 }
                signaturePolicy: OPTIONAL
                """.formatted(
                        code, uscc(String.format("11690106MTEX009%02d", number)), role, channel));
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
        return tokens(hub, "exchange:write");
    }

    List<String> tokens(HubUnderTest hub, String scope) {
        return codes.stream().map(code -> hub.token(code, scope)).toList();
    }

    /** Unsigned notices, of the courts in turn, that the loader makes distinct. */
    List<Template> notices(String path, List<String> tokens, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Template.post(path, tokens.get(i % codes.size()), unsigned(i)))
                .toList();
    }

    /** Signed notices, of the courts in turn, each distinct already. */
    List<Template> signed(List<String> tokens, int first, int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> Template.post(PATH, tokens.get(i % codes.size()), signed(first + i, i % codes.size())))
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
        return plain.get(i % codes.size()).body(fixed);
    }

    private byte[] signed(int n, int court) {
        return signing.get(court).body(notice(1 + n, n));
    }

    /** The number under which the n-th unsigned notice of a run is known to its court. */
    static String noticeNo(int n) {
        return notice(Template.FIRST_NUMBER + n, 0).payload().path("noticeNo").stringValue();
    }

    private static Act notice(int serial, int person) {
        return SimulatedCourt.notice(serial, Defendants.of(person), LocalDate.now(CLOCK), null);
    }
}
