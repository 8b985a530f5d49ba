package cn.justicehub.hub.benchmark;

import cn.justicehub.connectors.sandbox.SimulatedCourt.Defendant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Invented persons, each with an identity number whose check character holds (GB 11643; province 69 does not exist). */
final class Defendants {

    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1965, 1, 1);
    private static final int DAYS = 12_000;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private Defendants() {}

    static Defendant of(int n) {
        LocalDate born = FIRST_BIRTHDAY.plusDays(n % DAYS);
        String number =
                "690106" + DateTimeFormatter.BASIC_ISO_DATE.format(born) + String.format("%03d", 1 + n / DAYS % 900);
        return new Defendant("测试丙", number + check(number), false, List.of("HEARING"));
    }

    private static char check(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }
}
