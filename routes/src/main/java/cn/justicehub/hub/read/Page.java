package cn.justicehub.hub.read;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of an ordered list.
 *
 * @param items its items
 * @param nextCursor where the next page begins, or null when there is none
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page that these rows make.
     *
     * @param rows what a query for {@code limit + 1} rows found: one more than the page shows when there is a next one
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> place) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, place.apply(items.get(limit - 1)).text());
    }
}
