package cn.justicehub.hub.definitions;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.connectors.agency.Agency;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a set of definitions may follow another: it may add and renew, never take away or go back. */
final class Succession {

    private Succession() {}

    /** Where one content of a type is more than an addition to another of the same version. */
    interface Comparison {
        List<String> notAdditive(ExchangeType before, ExchangeType next);
    }

    /** A version, once active, only grows: what else changes it is a new version. Nothing permits it. */
    static List<String> contradictions(DefinitionSet active, DefinitionSet next, Comparison comparison) {
        List<String> faults = new ArrayList<>();
        for (ExchangeType type : next.types().values()) {
            ExchangeType before = active.types().get(type.name());
            if (before != null
                    && before.version() == type.version()
                    && !before.digest().equals(type.digest())) {
                comparison
                        .notAdditive(before, type)
                        .forEach(place ->
                                faults.add("exchanges/" + type.name() + "/" + place + " (only an addition to version "
                                        + before.version() + " may keep its number; raise the version)"));
            }
        }
        return faults;
    }

    /**
     * What would be lost or brought back: the signs of folders older than the active set.
     *
     * @param former digests of what was in force earlier
     */
    static List<String> stepsBack(DefinitionSet active, DefinitionSet next, Set<String> former) {
        List<String> faults = new ArrayList<>();
        for (ExchangeType before : active.types().values()) {
            ExchangeType type = next.types().get(before.name());
            if (type == null) {
                faults.add("exchanges/" + before.name() + ": in force, but not in the folders");
            } else if (type.version() < before.version()) {
                faults.add("exchanges/" + type.name() + "/type.yaml#/version: " + type.version()
                        + " is older than the active version " + before.version());
            }
        }
        for (Agency before : active.agencies().all()) {
            if (next.agencies().byCode(before.code()).isEmpty()) {
                faults.add("agencies/" + before.code() + ": in force, but not in the folders");
            }
        }
        faults.addAll(broughtBack(active, next, former));
        return faults;
    }

    private static List<String> broughtBack(DefinitionSet active, DefinitionSet next, Set<String> former) {
        List<String> inForce = active.digests();
        List<String> faults = new ArrayList<>();
        for (ExchangeType type : next.types().values()) {
            if (former.contains(type.digest()) && !inForce.contains(type.digest())) {
                faults.add("exchanges/" + type.name() + ": was in force earlier and is no more");
            }
        }
        for (Agency agency : next.agencies().all()) {
            if (former.contains(agency.digest()) && !inForce.contains(agency.digest())) {
                faults.add("agencies/" + agency.code() + ": was in force earlier and was replaced or taken away");
            }
        }
        return faults;
    }
}
