package cn.justicehub.connectors.sandbox;

import java.util.List;

/**
 * A message that an agency has dealt with.
 *
 * @param message what came
 * @param answers what was sent in answer, each with its receipt
 * @param refusals answers that the hub refused; a person would have to look
 */
public record Handled(Inbound message, List<Accepted> answers, List<HubRefused> refusals) {

    public Handled {
        answers = List.copyOf(answers);
        refusals = List.copyOf(refusals);
    }
}
