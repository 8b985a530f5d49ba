package cn.justicehub.connectors.sandbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An exchange as one agency may see it.
 *
 * @param state its state
 * @param messages the messages that the agency may see, in the order in which the hub accepted them
 */
public record ExchangeView(String state, List<Seen> messages) {

    /**
     * One message.
     *
     * @param payload a missing node when it is not for this agency; not to be changed
     */
    public record Seen(String entryId, String act, String sender, Instant acceptedAt, JsonNode payload) {}

    public ExchangeView {
        messages = List.copyOf(messages);
    }

    static ExchangeView from(JsonNode exchange) {
        List<Seen> seen = new ArrayList<>();
        for (JsonNode message : exchange.required("messages")) {
            seen.add(new Seen(
                    message.required("entryId").stringValue(),
                    message.required("act").stringValue(),
                    message.required("sender").stringValue(),
                    OffsetDateTime.parse(message.required("acceptedAt").stringValue())
                            .toInstant(),
                    message.path("payload")));
        }
        return new ExchangeView(exchange.required("state").stringValue(), seen);
    }

    /** The same exchange as it stood when a message had just been accepted. */
    ExchangeView upTo(String entryId) {
        List<Seen> until = new ArrayList<>();
        for (Seen message : messages) {
            until.add(message);
            if (message.entryId().equals(entryId)) {
                break;
            }
        }
        return new ExchangeView(state, until);
    }

    long count(String act) {
        return messages.stream().filter(message -> message.act().equals(act)).count();
    }

    Optional<Seen> last(String act) {
        return messages.stream().filter(message -> message.act().equals(act)).reduce((earlier, later) -> later);
    }
}
