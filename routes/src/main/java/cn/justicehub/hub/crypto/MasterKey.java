package cn.justicehub.hub.crypto;

/**
 * The key that wraps data keys; configured, never stored in the database.
 *
 * @param name name stored beside each wrapped key
 * @param bytes 16 bytes
 */
public record MasterKey(String name, byte[] bytes) {

    @Override
    public String toString() {
        return "MasterKey[" + name + "]";
    }
}
