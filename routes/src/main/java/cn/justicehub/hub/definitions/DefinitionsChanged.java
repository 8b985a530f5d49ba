package cn.justicehub.hub.definitions;

/**
 * Told inside a replica after another set of definitions came in force for it.
 *
 * @param revision number of the active set
 */
public record DefinitionsChanged(int revision) {}
