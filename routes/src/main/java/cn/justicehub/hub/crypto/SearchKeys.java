package cn.justicehub.hub.crypto;

import cn.justicehub.api.definition.ExchangeType;

/** Digests by which exchanges are found again: the same when an exchange opens and when somebody searches. */
public final class SearchKeys {

    private SearchKeys() {}

    /**
     * The digest of a value.
     *
     * @param pointer one of the type's keys
     * @param value as the opening payload, or the search, spells it
     */
    public static byte[] digest(IndexKey key, ExchangeType type, String pointer, String value) {
        String normal = type.opening().payload().normalise(pointer, value);
        return key.digest("search/" + type.name() + pointer, normal);
    }
}
