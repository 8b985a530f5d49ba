package cn.justicehub.hub.crypto;

import cn.justicehub.api.definition.ExchangeType;
import java.util.List;
import java.util.stream.Stream;

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

    /** The digests that a value has under the present key and every older one: under one of them it was stored. */
    public static List<byte[]> digests(IndexKey key, ExchangeType type, String pointer, String value) {
        return Stream.concat(Stream.of(key), key.older().stream())
                .map(one -> digest(one, type, pointer, value))
                .toList();
    }
}
