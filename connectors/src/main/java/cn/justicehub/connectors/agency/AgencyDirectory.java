package cn.justicehub.connectors.agency;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All agencies in force. Immutable; no two share a code, a credit code or an OAuth client. */
public final class AgencyDirectory {

    public static final AgencyDirectory EMPTY = new AgencyDirectory(List.of());

    private final List<Agency> agencies;
    private final Map<String, Agency> byCode;
    private final Map<String, Agency> byUscc;

    AgencyDirectory(Collection<Agency> agencies) {
        this.agencies =
                agencies.stream().sorted(Comparator.comparing(Agency::code)).toList();
        this.byCode = this.agencies.stream().collect(Collectors.toUnmodifiableMap(Agency::code, Function.identity()));
        this.byUscc = this.agencies.stream().collect(Collectors.toUnmodifiableMap(Agency::uscc, Function.identity()));
    }

    /** A directory of agencies that were loaded one by one. */
    public static AgencyDirectory of(Collection<Agency> agencies) throws AgencyFaults {
        List<AgencyFaults.Fault> faults = AgencyLoader.duplicates(List.copyOf(agencies));
        if (!faults.isEmpty()) {
            throw new AgencyFaults(faults);
        }
        return new AgencyDirectory(agencies);
    }

    public Optional<Agency> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Optional<Agency> byUscc(String uscc) {
        return Optional.ofNullable(byUscc.get(uscc));
    }

    /** The agencies that take part in a role, ordered by code. */
    public List<Agency> byRole(String role) {
        return agencies.stream().filter(agency -> agency.has(role)).toList();
    }

    /** Every agency, ordered by code. */
    public List<Agency> all() {
        return agencies;
    }
}
