package cn.justicehub.hub.web;

import cn.justicehub.hub.security.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The scopes that each operation needs, as {@code security} in hub.yaml says; what it does not say is allowed to nobody. */
final class OperationScopes {

    /** By operation: sets of scopes, each of which is enough. */
    private final Map<String, List<Set<String>>> enough;

    private OperationScopes(Map<String, List<Set<String>>> enough) {
        this.enough = Map.copyOf(enough);
    }

    /** Reads the operations of a contract. */
    static OperationScopes of(JsonNode contract) {
        Map<String, List<Set<String>>> enough = new HashMap<>();
        for (JsonNode path : contract.path("paths")) {
            for (JsonNode operation : path) {
                enough.put(operation.path("operationId").asString(""), alternatives(operation.path("security")));
            }
        }
        return new OperationScopes(enough);
    }

    private static List<Set<String>> alternatives(JsonNode security) {
        List<Set<String>> alternatives = new ArrayList<>();
        for (JsonNode alternative : security) {
            Set<String> scopes = new HashSet<>();
            alternative.path("oauth").forEach(scope -> scopes.add(scope.stringValue()));
            alternatives.add(Set.copyOf(scopes));
        }
        return List.copyOf(alternatives);
    }

    /** Whether a caller's scopes are enough for an operation. */
    boolean allow(String operationId, Caller caller) {
        for (Set<String> scopes : enough.getOrDefault(operationId, List.of())) {
            if (!scopes.isEmpty() && caller.scopes().containsAll(scopes)) {
                return true;
            }
        }
        return false;
    }
}
