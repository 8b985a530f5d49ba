package cn.justicehub.hub.search;

import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks for; everything that is given must hold.
 *
 * @param caller who asks
 * @param type name of the type, or null
 * @param keys digests of business keys; empty without a type
 * @param state state of the exchange, or null; null without a type
 * @param flag flag that it has, or null
 * @param dueBefore epoch milliseconds before which a running clock is due, or null
 * @param cursor place after which the page begins, by entry number of the opening act
 * @param limit most items
 */
record Criteria(
        Caller caller,
        @Nullable String type,
        List<Key> keys,
        @Nullable String state,
        @Nullable String flag,
        @Nullable Long dueBefore,
        Cursor cursor,
        int limit) {

    /** One business key: where it stands in the opening payload, and its digests under all index keys. */
    record Key(String pointer, List<byte[]> digests) {

        Key {
            digests = List.copyOf(digests);
        }
    }

    Criteria {
        keys = List.copyOf(keys);
    }
}
