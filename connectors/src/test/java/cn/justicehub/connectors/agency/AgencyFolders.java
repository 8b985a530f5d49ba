package cn.justicehub.connectors.agency;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.justicehub.connectors.sandbox.SigningIdentity;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Folders to load in tests. */
public final class AgencyFolders {

    public static final String HASH = "{bcrypt}$2a$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234";

    private AgencyFolders() {}

    /** A folder without signers, whose agency.yaml is the given text. */
    public static AgencyFolder unsigned(String name, String yaml) {
        return AgencyFolder.of(name, Map.of("agency.yaml", yaml.getBytes(UTF_8)));
    }

    static AgencyFolder with(AgencyFolder folder, String path, String text) {
        Map<String, byte[]> files = new HashMap<>(folder.files());
        files.put(path, text.getBytes(UTF_8));
        return AgencyFolder.of(folder.name(), files);
    }

    static String certificate() throws IOException {
        return SigningIdentity.create("court-220106", "测试法院", Instant.parse("2026-11-25T00:00:00Z"))
                .certificatePem();
    }

    static AgencyFolder court() throws IOException {
        return with(unsigned("court-220106", """
                        code: court-220106
                        nameZh: 测试法院
                        uscc: 12690106MTEX00002X
                        roles: [court]
                        level: DISTRICT
                        channel: { pull: { ackWithin: PT8H } }
                        credentials:
                          - secretHash: "%s"
                        """.formatted(HASH)), "signers/2026.pem", certificate());
    }

    static AgencyFolder firm(String address) {
        return unsigned("firm-1", """
                code: firm-1
                nameZh: 测试律所
                uscc: 31690106MTEX00001U
                roles: [law-firm]
                signaturePolicy: OPTIONAL
                channel:
                  push:
                    address: "%s"
                    allowedCidrs: [10.1.0.0/16]
                    connectTimeout: PT2S
                limits: { inFlight: 4 }
                """.formatted(address));
    }
}
