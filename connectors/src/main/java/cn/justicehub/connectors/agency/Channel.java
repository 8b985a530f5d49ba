package cn.justicehub.connectors.agency;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** How messages reach an agency. */
public sealed interface Channel {

    /**
     * The agency fetches from its inbox.
     *
     * @param ackWithin how long a message may wait for its acknowledgement before an alarm is raised
     */
    record Pull(Duration ackWithin) implements Channel {}

    /**
     * The hub posts to the agency.
     *
     * @param address where to; https, except on this machine in the sandbox
     * @param allowedCidrs private address blocks in which the address may lie, in CIDR notation
     * @param connectTimeout longest time to open a connection, TLS included
     * @param requestTimeout longest time for the whole request, connection included
     */
    record Push(URI address, List<String> allowedCidrs, Duration connectTimeout, Duration requestTimeout)
            implements Channel {

        public Push {
            allowedCidrs = List.copyOf(allowedCidrs);
        }
    }
}
