package cn.justicehub.connectors.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Carries out a script: asks it what to do, and does that at the hub. */
final class Reactor {

    private final AgencyClient client;
    private final Script script;

    Reactor(AgencyClient client, Script script) {
        this.client = client;
        this.script = script;
    }

    /**
     * Deals with one message, which may have been dealt with before, wholly or in part.
     *
     * @throws HubRefused when the hub does not answer now; the message is then to be dealt with again later
     */
    Handled handle(Inbound message) throws IOException, HubRefused, InterruptedException {
        ExchangeView exchange = client.exchange(message.type(), message.exchangeId());
        List<Accepted> answers = new ArrayList<>();
        for (Act act : script.react(message, exchange.upTo(message.entryId()))) {
            try {
                answers.add(client.post(act));
            } catch (HubRefused refused) {
                if (refused.passing()) {
                    throw refused;
                }
                return new Handled(message, answers, List.of(refused));
            }
        }
        return new Handled(message, answers, List.of());
    }
}
