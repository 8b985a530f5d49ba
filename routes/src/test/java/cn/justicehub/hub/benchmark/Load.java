package cn.justicehub.hub.benchmark;

import java.util.List;
import java.util.function.IntFunction;

/**
 * One thing that is measured, side by side with others.
 *
 * @param name what it is called in the report
 * @param port of the server that does it
 * @param connections on which it is asked for
 * @param status of every response
 * @param again whether the loader may use the templates more than once
 * @param pace requests a second at most, or 0 for as many as can be
 * @param templates makes the requests of a round, given the number of its first one
 */
record Load(
        String name,
        int port,
        int connections,
        int status,
        boolean again,
        int pace,
        IntFunction<List<Template>> templates) {

    Load(String name, int port, int connections, int status, boolean again, IntFunction<List<Template>> templates) {
        this(name, port, connections, status, again, 0, templates);
    }

    /** The same, at a steady pace. */
    Load paced(String newName, int perSecond) {
        return new Load(newName, port, connections, status, again, perSecond, templates);
    }
}
