package cn.justicehub.api.format;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** All formats that a payload schema may name. */
public final class Formats {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DATE_TIME =
            Pattern.compile(DATE + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})");

    private Formats() {}

    /**
     * The formats, each with its error code and words.
     *
     * @param clock says what today is, for dates of birth
     * @param registers open lists, unknown entries of which give warnings
     */
    public static List<FormatCheck> all(Clock clock, Registers registers) {
        return List.of(
                residentId(clock, registers),
                uscc(registers),
                caseNumber(registers),
                new Check(
                        "lawyer-licence",
                        "E-CODE",
                        "17位律师执业证号",
                        "a lawyer's licence number of 17 digits",
                        value -> Verdict.of(LawyerLicence.isValid(value))),
                new Check(
                        "date",
                        "E-SCHEMA",
                        "真实存在的日期（年-月-日，如2026-01-31）",
                        "a date YYYY-MM-DD",
                        value -> Verdict.of(isDate(value))),
                new Check(
                        "date-time",
                        "E-SCHEMA",
                        "带时区的日期时间（如2026-01-31T09:00:00+08:00）",
                        "a date-time with offset (RFC 3339)",
                        value -> Verdict.of(isDateTime(value))));
    }

    private static FormatCheck residentId(Clock clock, Registers registers) {
        return new Check(
                "resident-id",
                "E-IDNO",
                "18位公民身份号码，出生日期真实且校验码正确",
                "an 18-character resident identity number with a real date of birth and a right check digit",
                value -> ResidentId.isValid(value, LocalDate.now(clock))
                        ? Verdict.warningUnless(ResidentId.isKnownDivision(value, registers), "W-DIVISION")
                        : Verdict.INVALID,
                ResidentId::normalise);
    }

    private static FormatCheck uscc(Registers registers) {
        return new Check(
                "uscc",
                "E-CODE",
                "18位统一社会信用代码，校验码正确",
                "an 18-character unified social credit code with a right check character",
                value -> Uscc.isValid(value)
                        ? Verdict.warningUnless(Uscc.isKnownKind(value, registers), "W-USCC-KIND")
                        : Verdict.INVALID);
    }

    private static FormatCheck caseNumber(Registers registers) {
        return new Check(
                "case-number",
                "E-CASENO",
                "（年份）法院代字＋类型代字＋编号＋号",
                "a court case number: (year) court code, type code, serial, 号",
                value -> CaseNumber.isValid(value)
                        ? Verdict.warningUnless(CaseNumber.isKnownType(value, registers), "W-CASE-TYPE")
                        : Verdict.INVALID,
                CaseNumber::normalise);
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return DATE.matcher(value).matches();
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    private static boolean isDateTime(String value) {
        try {
            OffsetDateTime.parse(value);
            return DATE_TIME.matcher(value).matches();
        } catch (DateTimeException notADateTime) {
            return false;
        }
    }

    private record Check(
            String name,
            String code,
            String expectedZh,
            String expected,
            Function<String, Verdict> verdict,
            UnaryOperator<String> normaliser)
            implements FormatCheck {

        Check(String name, String code, String expectedZh, String expected, Function<String, Verdict> verdict) {
            this(name, code, expectedZh, expected, verdict, UnaryOperator.identity());
        }

        @Override
        public Verdict check(String value) {
            return verdict.apply(value);
        }

        @Override
        public String normalise(String value) {
            return normaliser.apply(value);
        }
    }
}
