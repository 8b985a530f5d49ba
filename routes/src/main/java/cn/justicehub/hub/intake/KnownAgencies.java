package cn.justicehub.hub.intake;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.AgencyDirectory;
import cn.justicehub.hub.engine.ActRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The agencies in force, as decisions see them. */
record KnownAgencies(AgencyDirectory directory) implements ActRequest.Agencies {

    @Override
    public List<String> withRole(Set<String> roles) {
        return roles.stream()
                .flatMap(role -> directory.byRole(role).stream())
                .map(Agency::code)
                .distinct()
                .toList();
    }

    @Override
    public @Nullable String withUscc(String uscc, Set<String> roles) {
        return directory
                .byUscc(uscc)
                .filter(agency -> !Collections.disjoint(agency.roles(), roles))
                .map(Agency::code)
                .orElse(null);
    }
}
