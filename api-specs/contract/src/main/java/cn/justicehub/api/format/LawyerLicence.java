package cn.justicehub.api.format;

import java.util.regex.Pattern;

/**
 * Lawyer's licence number: 1, province and city, year of first practice, category, sex, serial. Only the length is
 * certain, so nothing more is checked; it says nothing of years in practice. The old twelve-digit form is legacy and refused.
 */
public final class LawyerLicence {

    private static final Pattern FORM = Pattern.compile("1[0-9]{16}");

    private LawyerLicence() {}

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }
}
