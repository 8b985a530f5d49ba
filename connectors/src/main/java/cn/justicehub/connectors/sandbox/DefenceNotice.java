package cn.justicehub.connectors.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What the simulated agencies share about the exchange type 通知辩护. */
final class DefenceNotice {

    static final String TYPE = "defence-notice";
    static final int VERSION = 1;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private DefenceNotice() {}

    static LocalDate date(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** A paper's number that follows from the message that caused the paper, so that it is the same every time. */
    static String number(String word, Inbound cause) {
        int year = date(cause.acceptedAt()).getYear();
        return word + "〔" + year + "〕" + cause.entryId().replaceFirst("^\\d+-", "") + "号";
    }
}
