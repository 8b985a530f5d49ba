package cn.justicehub.hub.read;

import cn.justicehub.hub.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place in an ordered list after which the next page begins. Its text is opaque to callers, and each place has one
 * text only.
 *
 * @param after number of the last item: an entry number, or epoch milliseconds; not negative
 * @param tie what orders items of the same number; empty where a number is one item's only
 */
public record Cursor(long after, String tie) {

    /** Before the first item. */
    public static final Cursor START = new Cursor(-1, "");

    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,17}):([!-~]{0,110})");

    /** The place after the item with this number. */
    public static Cursor after(long number) {
        return new Cursor(number, "");
    }

    /**
     * Reads a cursor.
     *
     * @param text what {@link #text()} gave, or null for the start
     * @throws Refusal 400 when it is anything else
     */
    public static Cursor read(@Nullable String text) {
        if (text == null) {
            return START;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            Matcher form = FORM.matcher(plain);
            if (form.matches()) {
                Cursor cursor = new Cursor(Long.parseLong(form.group(1)), form.group(2));
                if (cursor.text().equals(text)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // told below
        }
        throw Refusal.of(400, "E-SCHEMA", "", "分页游标无效，请从第一页重新查询", "not a cursor that this list gave");
    }

    /** The cursor as a list's {@code nextCursor}. */
    public String text() {
        byte[] plain = (after + ":" + tie).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
