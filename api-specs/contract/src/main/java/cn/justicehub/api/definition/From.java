package cn.justicehub.api.definition;

import java.util.Set;

/** When an act may be done. */
public sealed interface From {

    /** It opens the exchange. */
    record Opening() implements From {}

    /** In any state that is not ended. */
    record AnyOpen() implements From {}

    /** In one of these states. */
    record States(Set<String> names) implements From {
        public States {
            names = Set.copyOf(names);
        }
    }
}
