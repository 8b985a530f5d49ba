package cn.justicehub.connectors.agency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads agencies from their folders, whole or not at all: one exception names every fault of every folder. */
public final class AgencyLoader {

    private final boolean sandbox;

    /** @param sandbox whether addresses on this machine, without TLS, are allowed */
    public AgencyLoader(boolean sandbox) {
        this.sandbox = sandbox;
    }

    public Agency load(AgencyFolder folder) throws AgencyFaults {
        FaultLog faults = FaultLog.of(folder.name());
        Agency agency = new AgencyReader(sandbox, folder, faults).read();
        if (!faults.all().isEmpty()) {
            throw new AgencyFaults(faults.all());
        }
        return agency;
    }

    /** Loads the folders of a directory. */
    public AgencyDirectory loadAll(Path agencies) throws AgencyFaults, IOException {
        return loadAll(AgencyFolder.readAll(agencies));
    }

    public AgencyDirectory loadAll(Collection<AgencyFolder> folders) throws AgencyFaults {
        List<AgencyFaults.Fault> faults = new ArrayList<>();
        List<Agency> agencies = new ArrayList<>();
        for (AgencyFolder folder : folders) {
            FaultLog log = FaultLog.of(folder.name());
            agencies.add(new AgencyReader(sandbox, folder, log).read());
            faults.addAll(log.all());
        }
        faults.addAll(duplicates(agencies));
        if (!faults.isEmpty()) {
            throw new AgencyFaults(faults);
        }
        return new AgencyDirectory(agencies);
    }

    /** What no two agencies may share: code, credit code, OAuth client. */
    static List<AgencyFaults.Fault> duplicates(List<Agency> agencies) {
        List<AgencyFaults.Fault> faults = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        for (Agency agency : agencies) {
            claim(owners, faults, agency, "/code", agency.code());
            claim(owners, faults, agency, "/uscc", agency.uscc());
            for (Credential credential : agency.credentials()) {
                claim(owners, faults, agency, "/credentials", credential.clientId());
            }
        }
        return faults;
    }

    private static void claim(
            Map<String, String> owners, List<AgencyFaults.Fault> faults, Agency agency, String pointer, String value) {
        String owner = value.isEmpty() ? null : owners.putIfAbsent(pointer + " " + value, agency.code());
        if (owner != null && !(pointer.equals("/credentials") && owner.equals(agency.code()))) {
            faults.add(new AgencyFaults.Fault(
                    agency.code() + "/" + AgencyReader.FILE, pointer, "is also that of agency " + owner));
        }
    }
}
