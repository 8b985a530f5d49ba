package cn.justicehub.connectors.push;

import java.time.Instant;

/**
 * What is to be posted.
 *
 * @param deliveryId the receiver's stable id, the same at every attempt; letters, digits and hyphens
 * @param body JSON in UTF-8, sent as it is
 * @param timestamp real time of this attempt (never the business clock: receivers refuse what is minutes off)
 */
public record PushMessage(String deliveryId, byte[] body, Instant timestamp) {

    public PushMessage {
        if (!deliveryId.matches("[A-Za-z0-9_-]{1,128}")) {
            throw new IllegalArgumentException("not a delivery id");
        }
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }
}
