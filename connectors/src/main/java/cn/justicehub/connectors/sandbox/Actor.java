package cn.justicehub.connectors.sandbox;

/**
 * The person who acts (经办人), as a pseudonym within the agency.
 *
 * @param id pseudonym
 * @param role what the person is there
 */
public record Actor(String id, String role) {}
