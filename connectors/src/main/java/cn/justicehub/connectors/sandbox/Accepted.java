package cn.justicehub.connectors.sandbox;

/**
 * What an agency keeps of a message that the hub accepted: proof is from bytes alone.
 *
 * @param act what was done
 * @param entryId place of the message in the log
 * @param exchangeId the exchange, new when the act opened it
 * @param repeated whether the hub had accepted the same message before
 * @param body the bytes that were sent
 * @param receipt the bytes that came back
 */
public record Accepted(Act act, String entryId, String exchangeId, boolean repeated, byte[] body, byte[] receipt) {

    public Accepted {
        body = body.clone();
        receipt = receipt.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public byte[] receipt() {
        return receipt.clone();
    }
}
