package cn.justicehub.connectors.agency;

import cn.justicehub.api.format.Uscc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Turns one folder into an agency, writing down everything that is wrong on the way. */
final class AgencyReader {

    static final String FILE = "agency.yaml";

    private static final String CODE = "[a-z][a-z0-9-]{1,39}";
    private static final String CLIENT_ID = "[a-z][a-z0-9._-]{1,63}";
    private static final String BCRYPT = "\\{bcrypt\\}\\$2[aby]\\$(1\\d|2\\d)\\$[./A-Za-z0-9]{53}";
    private static final Set<String> RESERVED = Set.of("hub", "system");
    private static final Set<String> LEVELS = Set.of("PROVINCE", "CITY", "DISTRICT");
    private static final Set<String> IGNORED = Set.of("README.md");

    private static final String[] KNOWN = {
        "code",
        "nameZh",
        "uscc",
        "roles",
        "level",
        "channel",
        "signaturePolicy",
        "revokedSigners",
        "limits",
        "credentials"
    };

    private final boolean sandbox;
    private final AgencyFolder folder;
    private final FaultLog faults;

    AgencyReader(boolean sandbox, AgencyFolder folder, FaultLog faults) {
        this.sandbox = sandbox;
        this.folder = folder;
        this.faults = faults.at(folder.name() + "/" + FILE);
    }

    /** The agency; not to be used when a fault was written down. */
    Agency read() {
        checkFiles();
        byte[] bytes = folder.files().get(FILE);
        if (bytes == null) {
            faults.add("", "is missing");
            return agency(new Section(Map.of(), "", FaultLog.of("")));
        }
        return agency(new Section(StrictYaml.parse(bytes, faults), "", faults).only(KNOWN));
    }

    private Agency agency(Section root) {
        List<Signer> signers = SignerFiles.read(folder, root.section("revokedSigners"), faults);
        String policy = root.oneOf("signaturePolicy", Set.of("REQUIRED", "OPTIONAL"), "REQUIRED");
        if (policy.equals("REQUIRED") && signers.isEmpty()) {
            root.fault("signaturePolicy", "is REQUIRED, and signers/ holds no usable certificate");
        }
        String code = code(root);
        return new Agency(
                code,
                root.text("nameZh"),
                uscc(root),
                roles(root),
                root.oneOf("level", LEVELS, ""),
                new ChannelReader(sandbox).read(root.section("channel")),
                SignaturePolicy.valueOf(policy),
                signers,
                limits(root.section("limits")),
                credentials(root, code),
                folder.digest());
    }

    private void checkFiles() {
        if (folder.files().size() > AgencyFolder.MAX_FILES) {
            faults.at(folder.name()).add("", "holds more than " + AgencyFolder.MAX_FILES + " files");
        }
        folder.files().forEach((path, bytes) -> {
            FaultLog file = faults.at(folder.name() + "/" + path);
            if (bytes.length > AgencyFolder.MAX_FILE_BYTES) {
                file.add("", "is larger than " + AgencyFolder.MAX_FILE_BYTES + " bytes");
            }
            if (!path.equals(FILE) && !SignerFiles.isSigner(path) && !IGNORED.contains(path)) {
                file.add("", "is not a file that an agency's folder may hold");
            }
        });
    }

    private String code(Section root) {
        String code = root.matching("code", CODE, "a lower-case letter and 1 to 39 letters, digits or hyphens");
        if (RESERVED.contains(code)) {
            root.fault("code", "is reserved for the hub itself");
        }
        if (!code.isEmpty() && !code.equals(folder.name())) {
            root.fault("code", "must be the name of the folder");
        }
        return code;
    }

    private static String uscc(Section root) {
        String uscc = root.text("uscc");
        if (!uscc.isEmpty() && !Uscc.isValid(uscc)) {
            root.fault("uscc", "must be a unified social credit code of 18 characters with its check character");
        }
        return uscc;
    }

    private static Set<String> roles(Section root) {
        Set<String> roles = new TreeSet<>();
        for (String role : root.texts("roles")) {
            if (!Agency.ROLES.contains(role)) {
                root.fault("roles", "must be among " + String.join(", ", new TreeSet<>(Agency.ROLES)));
            } else if (!roles.add(role)) {
                root.fault("roles", "must not name a role twice");
            }
        }
        if (roles.isEmpty()) {
            root.fault("roles", "must name at least one known role");
        }
        if (roles.contains(Agency.OPERATOR) && roles.contains(Agency.AUDITOR)) {
            root.fault("roles", "must not join operator and auditor: who runs the hub does not audit it");
        }
        return roles;
    }

    private static Limits limits(Section limits) {
        limits.only("inFlight", "queue");
        return new Limits(
                limits.number("inFlight", Limits.DEFAULT.inFlight(), 1, 256),
                limits.number("queue", Limits.DEFAULT.queue(), 1, 10_000));
    }

    private static List<Credential> credentials(Section root, String code) {
        List<Credential> credentials = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Section one : root.sections("credentials")) {
            one.only("clientId", "secretHash");
            String clientId = one.has("clientId")
                    ? one.matching("clientId", CLIENT_ID, "lower-case letters, digits, dots, hyphens, underscores")
                    : code;
            if (!seen.add(clientId)) {
                one.fault("clientId", "is given twice");
            }
            credentials.add(new Credential(
                    clientId, one.matching("secretHash", BCRYPT, "{bcrypt} and a bcrypt hash of strength 10 or more")));
        }
        return credentials;
    }
}
