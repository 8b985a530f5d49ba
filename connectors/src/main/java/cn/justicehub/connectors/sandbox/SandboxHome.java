package cn.justicehub.connectors.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The directory where the simulated agencies keep what is theirs: keys, plain credentials, and the folders by which the hub
 * knows them. The hub reads {@link #agencies()} as it reads any operator's folders, and nothing else here.
 */
public final class SandboxHome {

    private final Path directory;
    private final Properties secrets;
    private final Map<String, SigningIdentity> identities;

    private SandboxHome(Path directory, Properties secrets, Map<String, SigningIdentity> identities) {
        this.directory = directory;
        this.secrets = secrets;
        this.identities = identities;
    }

    /**
     * Opens the directory, making at the first start whatever it lacks.
     *
     * @param now real time, around which new certificates are valid
     */
    public static SandboxHome open(Path directory, Instant now) throws IOException {
        Properties secrets = SandboxSecrets.keptIn(directory.resolve("credentials.properties"));
        Map<String, SigningIdentity> identities = new LinkedHashMap<>();
        for (SandboxAgency agency : SandboxAgency.ALL) {
            if (agency.takesPart()) {
                Path keys = directory.resolve("keys").resolve(agency.code());
                identities.put(agency.code(), SigningIdentity.keptIn(keys, agency.code(), agency.nameZh(), now));
            }
        }
        SandboxHome home = new SandboxHome(directory, secrets, identities);
        for (SandboxAgency agency : SandboxAgency.ALL) {
            SandboxFolder.write(home, agency);
        }
        return home;
    }

    /** The folders for the hub to load. */
    public Path agencies() {
        return directory.resolve("agencies");
    }

    /** The file, readable by its owner only, in which the plain credentials are. */
    public Path credentialsFile() {
        return directory.resolve("credentials.properties");
    }

    /** Every agency's credentials, in a fixed order, for printing at the start of a sandbox. */
    public List<Credentials> credentials() {
        return SandboxAgency.ALL.stream().map(this::credentials).toList();
    }

    public Credentials credentials(SandboxAgency agency) {
        return new Credentials(
                agency.code(), agency.code(), secrets.getProperty(agency.code() + ".secret"), agency.scope());
    }

    /**
     * An agency's client of the hub.
     *
     * @param hub base address of the hub
     * @param clock what the time of sending is taken from
     */
    public AgencyClient client(SandboxAgency agency, URI hub, Clock clock) {
        return new AgencyClient(hub, credentials(agency), identities.get(agency.code()), clock);
    }

    /** The key with which an agency signs; only for those that take part in exchanges. */
    public SigningIdentity identity(SandboxAgency agency) {
        SigningIdentity identity = identities.get(agency.code());
        if (identity == null) {
            throw new IllegalArgumentException(agency.code() + " sends no signed messages");
        }
        return identity;
    }

    /** The secret that the law firm shares with the hub, in {@code whsec_} form. */
    public String firmSecret() {
        return secrets.getProperty(SandboxSecrets.FIRM_WEBHOOK);
    }

    /** Where the law firm listens, on this machine. */
    public URI firmAddress() {
        return URI.create("http://127.0.0.1:" + secrets.getProperty(SandboxSecrets.FIRM_PORT) + "/hub");
    }
}
