package cn.justicehub.hub.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to be done, reduced to what a decision may depend on.
 *
 * @param act name of the act
 * @param sender who asks
 * @param actor pseudonym of the person who acts, or null
 * @param payload the payload as maps, lists, strings, longs and booleans
 */
public record ActRequest(
        String act, Sender sender, @Nullable String actor, Map<String, Object> payload) {

    /**
     * The sending agency, or the hub itself.
     *
     * @param code agency code, or {@code hub}
     * @param roles its roles
     * @param level {@code DISTRICT}, {@code CITY}, {@code PROVINCE} or empty
     */
    public record Sender(String code, Set<String> roles, String level) {

        /** Name under which the hub acts. */
        public static final String HUB = "hub";

        public static Sender hub() {
            return new Sender(HUB, Set.of(), "");
        }

        Map<String, Object> toGuardVariable() {
            return Map.of("code", code, "roles", List.copyOf(roles), "level", level);
        }
    }

    /** Which agencies there are, as far as a decision needs it. */
    public interface Agencies {

        /** Codes of the agencies that have one of these roles. */
        List<String> withRole(Set<String> roles);

        /** Code of the agency with this USCC and one of these roles, or null. */
        @Nullable
        String withUscc(String uscc, Set<String> roles);
    }
}
