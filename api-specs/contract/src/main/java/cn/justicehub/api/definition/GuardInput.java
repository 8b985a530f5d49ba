package cn.justicehub.api.definition;

import java.util.Map;
import java.util.Set;

/**
 * What a guard may look at: CEL variables {@code payload}, {@code state}, {@code flags}, {@code sender}.
 *
 * @param payload the act's payload as maps, lists, strings, longs and booleans
 * @param state the exchange's state before the act; empty when the act opens it
 * @param flags the exchange's flags before the act
 * @param sender the sending agency: {@code code}, {@code roles} (list), {@code level} ({@code DISTRICT}, {@code CITY} …; empty when not given)
 */
public record GuardInput(Map<String, Object> payload, String state, Set<String> flags, Map<String, Object> sender) {}
