package cn.justicehub.hub.keys;

/**
 * A symmetric key with the name under which what it sealed is stored.
 *
 * @param name short and unique within its file
 * @param bytes the key; never logged
 */
@SuppressWarnings("ArrayRecordComponent")
public record NamedKey(String name, byte[] bytes) {

    public NamedKey {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "NamedKey[" + name + "]";
    }
}
