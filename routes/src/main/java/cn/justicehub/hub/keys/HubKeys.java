package cn.justicehub.hub.keys;

/**
 * The hub's secrets.
 *
 * @param master SM4 keys under which the keys of exchanges, and the keys of tokens, are wrapped
 * @param index HMAC-SM3 keys of searchable personal values
 * @param log keys that sign the heads of the log
 */
public record HubKeys(KeyRing master, KeyRing index, LogSigners log) {

    @Override
    public String toString() {
        return "HubKeys";
    }
}
