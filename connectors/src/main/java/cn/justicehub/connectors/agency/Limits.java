package cn.justicehub.connectors.agency;

/**
 * How much one agency may have in progress at once.
 *
 * @param inFlight messages pushed to it at once, and dry runs of its own at once
 * @param queue messages waiting in front of the committer; beyond it the agency, and nobody else, is told to come back
 */
public record Limits(int inFlight, int queue) {

    public static final Limits DEFAULT = new Limits(16, 256);
}
