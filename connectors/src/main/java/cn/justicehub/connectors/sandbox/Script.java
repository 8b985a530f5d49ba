package cn.justicehub.connectors.sandbox;

import java.util.List;

/** How a simulated agency reacts: a pure function, so that the same message always gets the same answer. */
@FunctionalInterface
public interface Script {

    /** An agency whose people do everything by hand. */
    Script SILENT = (message, exchange) -> List.of();

    /**
     * The acts with which the agency answers a message, in the order in which they are to be sent.
     *
     * @param exchange the exchange as the agency saw it when the message had just been accepted
     */
    List<Act> react(Inbound message, ExchangeView exchange);
}
