package cn.justicehub.hub.demo;

import cn.justicehub.hub.time.BusinessClock;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;

/** Says what happens, in plain words. */
final class Told {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm");

    private final PrintStream out;

    Told(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
    }

    /** One act that was accepted. */
    void act(Instant at, String who, String what, String entryId) {
        out.printf(
                "%s  %-13s %-9s accepted as entry %s%n",
                TIME.format(at.atZone(BusinessClock.ZONE)), who, what, entryId);
    }

    /** Where an exchange stands. */
    void state(JsonNode exchange) {
        out.printf(
                "%22s state %s %s%s%n",
                "",
                exchange.path("state").asString(""),
                exchange.path("stateZh").asString(""),
                exchange.path("flags").isEmpty() ? "" : ", flags " + exchange.path("flags"));
    }

    /** The clocks that run in an exchange, or have lapsed. */
    void clocks(JsonNode exchange) {
        for (JsonNode clock : exchange.path("clocks")) {
            out.printf(
                    "%22s %s [%s, %s]: alarm %s, due %s, %s%n",
                    "⏱",
                    clock.path("titleZh").asString(""),
                    clock.path("article").asString(""),
                    clock.path("mark").asString(""),
                    time(clock.path("alarmAt")),
                    clock.path("dueDate").asString(time(clock.path("dueAt"))),
                    standing(clock));
        }
    }

    private static String standing(JsonNode clock) {
        boolean stopped = clock.hasNonNull("stoppedAt");
        if (clock.hasNonNull("lapsedAt")) {
            return stopped ? "met too late" : "LAPSED";
        }
        return stopped ? "met in time" : "running";
    }

    /** The law's way to write the end of a day is 24:00 of that day. */
    private static String time(JsonNode value) {
        if (!value.isString()) {
            return "–";
        }
        ZonedDateTime at = OffsetDateTime.parse(value.stringValue()).atZoneSameInstant(BusinessClock.ZONE);
        boolean endOfDay = at.toLocalTime().equals(LocalTime.MIDNIGHT);
        return endOfDay ? at.toLocalDate().minusDays(1) + " 24:00" : TIME.format(at);
    }
}
