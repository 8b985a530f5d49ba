package cn.justicehub.hub.operations;

import cn.justicehub.hub.read.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Asks what needs a person, oldest first; answered with the API's {@code AlarmPage}.
 *
 * @param open only alarms that stand, or only those that are over, or null for both
 * @param cursor place after which the page begins, by the time of raising and the alarm's id
 * @param limit most items
 */
public record AlarmListQuestion(@Nullable Boolean open, Cursor cursor, int limit) {

    /** The route that answers. */
    public static final String ROUTE = "direct:list-alarms";
}
