package cn.justicehub.connectors.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** Writes the folder by which the hub knows a simulated agency. One that is there already is left as it is. */
final class SandboxFolder {

    private static final int BCRYPT_STRENGTH = 10;

    private SandboxFolder() {}

    static void write(SandboxHome home, SandboxAgency agency) throws IOException {
        Path folder = home.agencies().resolve(agency.code());
        Path definition = folder.resolve("agency.yaml");
        if (Files.exists(definition)) {
            return;
        }
        Files.createDirectories(folder.resolve("signers"));
        if (agency.takesPart()) {
            Files.writeString(
                    folder.resolve("signers/sandbox.pem"), home.identity(agency).certificatePem());
        }
        Files.writeString(definition, yaml(home, agency));
    }

    private static String yaml(SandboxHome home, SandboxAgency agency) {
        return """
                # Simulated agency, written at the first start of the sandbox.
                code: %s
                nameZh: %s
                uscc: %s
                roles: [%s]
                %schannel:
                  %s
                signaturePolicy: %s
                credentials:
                  - clientId: %s
                    secretHash: "%s"
                """.formatted(
                        agency.code(),
                        agency.nameZh(),
                        agency.uscc(),
                        agency.role(),
                        agency.level().isEmpty() ? "" : "level: " + agency.level() + "\n",
                        agency.equals(SandboxAgency.FIRM)
                                ? "push: { address: \"" + home.firmAddress() + "\" }"
                                : "pull: { ackWithin: PT24H }",
                        policy(agency),
                        agency.code(),
                        hash(home.credentials(agency).secret()));
    }

    /** The court need not sign, so that a person with curl can play it; centre and firm must. */
    private static String policy(SandboxAgency agency) {
        return agency.takesPart() && !agency.equals(SandboxAgency.COURT) ? "REQUIRED" : "OPTIONAL";
    }

    private static String hash(String secret) {
        return "{bcrypt}"
                + OpenBSDBCrypt.generate("2a", secret.toCharArray(), SandboxSecrets.random(16), BCRYPT_STRENGTH);
    }
}
