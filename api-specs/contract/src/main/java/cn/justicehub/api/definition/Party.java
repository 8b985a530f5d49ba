package cn.justicehub.api.definition;

import java.util.Set;

/** A place in an exchange that one agency takes. Its roles say which agencies may. */
public sealed interface Party {

    String name();

    /** Agency roles of which the agency must have at least one; never empty. */
    Set<String> roles();

    /** Taken by whoever opens the exchange. */
    record Opener(String name, Set<String> roles) implements Party {}

    /** Taken, at opening, by the one active agency that has the role. */
    record ByRole(String name, Set<String> roles) implements Party {}

    /** Taken by the agency whose USCC an act names; a later act of the same name may bind another. */
    record Bound(String name, Set<String> roles, String act, String pointer) implements Party {}
}
