package cn.justicehub.hub.inbox;

/**
 * One page of an inbox.
 *
 * @param page the API's {@code InboxPage} in canonical form (RFC 8785), so that each message is what its sender signed
 */
public record InboxAnswer(byte[] page) {}
