package cn.justicehub.hub.definitions;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.AgencyDirectory;
import cn.justicehub.connectors.agency.Channel;
import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.engine.ActRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The agencies in force, as decisions see them. */
public record KnownAgencies(AgencyDirectory directory) implements ActRequest.Agencies {

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

    /** How each of these agencies gets its messages now. */
    public Map<String, Mode> modes(Set<String> receivers) {
        Map<String, Mode> modes = new HashMap<>();
        for (String receiver : receivers) {
            boolean push = directory
                    .byCode(receiver)
                    .map(Agency::channel)
                    .filter(Channel.Push.class::isInstance)
                    .isPresent();
            modes.put(receiver, push ? Mode.PUSH : Mode.PULL);
        }
        return modes;
    }

    /** Those that have a message as soon as it is committed: who fetches. */
    public static Set<String> pulled(Map<String, Mode> receivers) {
        return receivers.entrySet().stream()
                .filter(receiver -> receiver.getValue() == Mode.PULL)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
