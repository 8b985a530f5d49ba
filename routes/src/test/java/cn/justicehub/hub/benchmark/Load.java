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
 * @param templates makes the requests of a round, given the number of its first one
 */
record Load(String name, int port, int connections, int status, boolean again, IntFunction<List<Template>> templates) {}
