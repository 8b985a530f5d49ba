package cn.justicehub.api.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Citizen identity number of GB 11643, and the numbers built like it: residence permits of people from Hong Kong, Macao
 * and Taiwan (81, 82, 83) and the permanent residence card of foreigners (9).
 *
 * <p>A lower-case {@code x} is the same check digit typed otherwise: it is accepted and normalised to {@code X}. The
 * fifteen-digit form and full-width digits are refused.
 */
public final class ResidentId {

    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9Xx]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private ResidentId() {}

    /**
     * Whether form, date of birth and check digit hold. The division is not looked at: codes of the past stay in use.
     *
     * @param today last possible date of birth
     */
    public static boolean isValid(String value, LocalDate today) {
        return FORM.matcher(value).matches()
                && isBirthDate(value, today)
                && checkCharacter(value) == normalise(value).charAt(17);
    }

    public static String normalise(String value) {
        return value.toUpperCase(Locale.ROOT);
    }

    /** Whether the issuing province is known; a foreigner's card (9…) has none in this place. */
    static boolean isKnownDivision(String value, Registers registers) {
        return value.startsWith("9") || registers.provinces().contains(value.substring(0, 2));
    }

    static char checkCharacter(String value) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (value.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    private static boolean isBirthDate(String value, LocalDate today) {
        try {
            LocalDate birth = LocalDate.of(
                    Integer.parseInt(value.substring(6, 10)),
                    Integer.parseInt(value.substring(10, 12)),
                    Integer.parseInt(value.substring(12, 14)));
            return !birth.isAfter(today);
        } catch (DateTimeException noSuchDate) {
            return false;
        }
    }
}
