package cn.justicehub.api.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What makes two opening messages the same matter, and what to do when one comes again while the first is open.
 *
 * @param of pointers into the opening payload whose values form the business key, in this order
 * @param same what happens to the same content under another messageId
 * @param changed what happens to other content
 * @param amendTo who gets it besides whoever got the first: states in which each bound party does, by its name
 */
public record Identity(List<String> of, Again same, Again changed, Map<String, Set<String>> amendTo) {

    /** What an opening message meets when its business key is already open. */
    public enum Again {
        /** Refused with E-DUP, naming the open exchange. */
        REFUSE,
        /** Recorded in the open exchange; nobody is told again. */
        JOIN,
        /** Recorded in the open exchange as what is said from now on, and sent to whoever got the first, and to {@link #amendTo}. */
        AMEND
    }

    public Identity {
        of = List.copyOf(of);
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        amendTo.forEach((party, states) -> copy.put(party, Set.copyOf(states)));
        amendTo = Map.copyOf(copy);
    }
}
