package cn.justicehub.hub.definitions;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.AgencyDirectory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Definitions that are in force together.
 *
 * @param types active version of each type, by name
 * @param agencies the agencies
 */
record DefinitionSet(Map<String, ExchangeType> types, AgencyDirectory agencies) {

    DefinitionSet {
        types = Map.copyOf(types);
    }

    static DefinitionSet of(Collection<ExchangeType> types, AgencyDirectory agencies) {
        Map<String, ExchangeType> byName = new TreeMap<>();
        types.forEach(type -> byName.put(type.name(), type));
        return new DefinitionSet(byName, agencies);
    }

    /** Digests of all of them, sorted: what the active set's row holds. */
    List<String> digests() {
        return Stream.concat(
                        types.values().stream().map(ExchangeType::digest),
                        agencies.all().stream().map(Agency::digest))
                .sorted()
                .toList();
    }
}
