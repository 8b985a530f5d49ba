package cn.justicehub.api.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Court case number: （year）court code, type code, serial, 号 (法〔2018〕335号). ASCII brackets are accepted and normalised;
 * 〔〕 belongs to documents and is refused.
 */
public final class CaseNumber {

    private static final Pattern FORM =
            Pattern.compile("（(20[0-9]{2})）(最高法|[\\u4e00-\\u9fa5][0-9]{0,4})([\\u4e00-\\u9fa5]{1,6})([1-9][0-9]*)号"
                    + "(?:之[一二三四五六七八九十]+)?");
    private static final int LONGEST = 40;
    private static final int TYPE = 3;

    private CaseNumber() {}

    public static boolean isValid(String value) {
        return value.length() <= LONGEST && FORM.matcher(normalise(value)).matches();
    }

    /** The same number with full-width brackets. */
    public static String normalise(String value) {
        return value.replace('(', '（').replace(')', '）');
    }

    /** Whether the type code of a valid number is known; a special court puts a mark of its own before it. */
    static boolean isKnownType(String value, Registers registers) {
        Matcher matcher = FORM.matcher(normalise(value));
        return matcher.matches() && registers.caseTypes().stream().anyMatch(matcher.group(TYPE)::endsWith);
    }
}
