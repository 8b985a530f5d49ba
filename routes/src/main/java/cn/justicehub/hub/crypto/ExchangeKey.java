package cn.justicehub.hub.crypto;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The data key of one exchange: everything kept of its messages is sealed under it.
 *
 * @param exchangeId whose key it is
 * @param bytes the 16-byte SM4 key
 * @param masterKey name of the master key it is wrapped under
 * @param wrapped the key sealed under that master key
 */
public record ExchangeKey(UUID exchangeId, byte[] bytes, String masterKey, byte[] wrapped) {

    /** What a sealed column holds; part of the associated data, so that columns cannot be exchanged. */
    public enum Purpose {
        BODY,
        NONCE,
        RECEIPT
    }

    /** Seals bytes of a message of this exchange. */
    public byte[] seal(Purpose purpose, UUID messageId, byte[] plain) {
        return Sm4Gcm.seal(bytes, plain, associated(purpose, messageId));
    }

    /**
     * Opens what {@link #seal} sealed.
     *
     * @throws SealBroken when the bytes are not those of this exchange, purpose and message
     */
    public byte[] open(Purpose purpose, UUID messageId, byte[] sealed) {
        return Sm4Gcm.open(bytes, sealed, associated(purpose, messageId));
    }

    private byte[] associated(Purpose purpose, UUID messageId) {
        return (exchangeId + "/" + messageId + "/" + purpose).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ExchangeKey[" + exchangeId + "]";
    }
}
