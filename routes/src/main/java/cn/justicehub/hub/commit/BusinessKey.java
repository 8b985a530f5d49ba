package cn.justicehub.hub.commit;

/**
 * What an exchange of a type may be open under only once.
 *
 * @param type name of the exchange type
 * @param digest of the key's members, under one index key
 */
@SuppressWarnings("ArrayRecordComponent")
public record BusinessKey(String type, byte[] digest) {}
