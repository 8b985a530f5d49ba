package cn.justicehub.api.definition;

import java.util.Map;

/** The state that follows an act. */
public sealed interface Into {

    /** The state stays as it is. */
    record Stay() implements Into {}

    /** This state. */
    record State(String name) implements Into {}

    /** The state that a code in the payload selects; every code of the list has one. */
    record ByCode(String pointer, Map<String, String> states) implements Into {
        public ByCode {
            states = Map.copyOf(states);
        }
    }
}
