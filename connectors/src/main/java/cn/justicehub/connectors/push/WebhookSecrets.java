package cn.justicehub.connectors.push;

import java.util.List;

/** Where the sender finds the secrets it shares with agencies. */
@FunctionalInterface
public interface WebhookSecrets {

    /** The secrets in force for an agency; more than one while they are being changed, none when it has none. */
    List<WebhookSecret> of(String agencyCode);
}
