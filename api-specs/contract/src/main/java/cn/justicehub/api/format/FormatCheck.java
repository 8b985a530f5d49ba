package cn.justicehub.api.format;

/** One value of the schema keyword {@code format}; pure and thread-safe. */
public interface FormatCheck {

    /** The keyword's value, such as {@code resident-id}. */
    String name();

    /** Error code of a value without this format. */
    String code();

    /** What the value should be, to follow 「应为」; names no value. */
    String expectedZh();

    /** The same in English, to follow "must be". */
    String expected();

    Verdict check(String value);

    /** The spelling under which a valid value is compared and searched; the value itself where there is only one. */
    default String normalise(String value) {
        return value;
    }
}
