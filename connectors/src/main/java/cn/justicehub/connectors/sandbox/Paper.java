package cn.justicehub.connectors.sandbox;

/**
 * A paper that goes with a message outside the hub.
 *
 * @param docType kind of document
 * @param name its title
 * @param number its own number
 */
public record Paper(String docType, String name, String number) {}
