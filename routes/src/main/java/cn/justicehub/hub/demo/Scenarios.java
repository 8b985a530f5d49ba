package cn.justicehub.hub.demo;

import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import cn.justicehub.connectors.sandbox.SimulatedCourt.Defendant;
import cn.justicehub.hub.time.BusinessClock;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The flagship exchanges in the order of their dates; each says what must be true of it. */
final class Scenarios {

    private static final LocalDate HEARING_DAY = LocalDate.of(2026, 10, 21);

    private final Stage stage;
    private final DemoClock clock;
    private final Told told;
    private final List<String> disappointments = new ArrayList<>();
    private int exchanges;

    Scenarios(Stage stage, DemoClock clock, Told told) {
        this.stage = stage;
        this.clock = clock;
        this.told = told;
    }

    void play() throws IOException, HubRefused, InterruptedException {
        String nationalDay = nationalDayBegins();
        String makeUpSaturday = makeUpSaturdayBegins();
        nationalDayEnds(nationalDay);
        makeUpSaturdayEnds(makeUpSaturday);
        lateCourtPapers();
        declineAndReassignment();
        closing(nationalDay);
    }

    /** What was not as it must be. */
    List<String> disappointments() {
        return List.copyOf(disappointments);
    }

    int exchanges() {
        return exchanges;
    }

    private String nationalDayBegins() throws IOException, HubRefused, InterruptedException {
        scene("National Day (国庆): received 30 September, three days end in the holiday, due 8 October");
        clock.moveTo(9, 30, 10, 0);
        String id = open(1, Defendant.JIA, LocalDate.of(2026, 9, 29), null);
        clock.moveTo(9, 30, 14, 30);
        stage.centreActs();
        JsonNode assign = clockOf(stage.exchange(id), "assign-and-inform");
        expect("due on 2026-10-08", assign.path("dueDate").asString("").equals("2026-10-08"));
        return id;
    }

    private String makeUpSaturdayBegins() throws IOException, HubRefused, InterruptedException {
        scene("Make-up Saturday (调休): received 7 October, due Saturday 10 October, a working day");
        clock.moveTo(10, 7, 9, 0);
        String id = open(2, Defendant.WU, LocalDate.of(2026, 10, 6), null);
        JsonNode assign = clockOf(stage.exchange(id), "assign-and-inform");
        expect("due on 2026-10-10", assign.path("dueDate").asString("").equals("2026-10-10"));
        return id;
    }

    private void nationalDayEnds(String id) throws IOException, HubRefused, InterruptedException {
        scene("National Day: the lawyer accepts, the centre replies on the last day");
        clock.moveTo(10, 8, 9, 30);
        stage.firmActs();
        clock.moveTo(10, 8, 16, 0);
        stage.centreActs();
        stage.courtActs();
        JsonNode exchange = stage.exchange(id);
        expect("ACTIVE", exchange.path("state").asString("").equals("ACTIVE"));
        expect("not OVERDUE", !flagged(exchange, "OVERDUE"));
    }

    private void makeUpSaturdayEnds(String id) throws IOException, HubRefused, InterruptedException {
        scene("Make-up Saturday: nothing by Saturday midnight, the hub flags it; the reply of Monday is late");
        clock.moveTo(10, 9, 10, 0);
        stage.firmActs();
        clock.moveTo(10, 11, 0, 0);
        JsonNode lapsed = stage.until(id, "OVERDUE", exchange -> flagged(exchange, "OVERDUE"));
        told.line("                       the hub notes the lapse by itself: " + lapsed.path("flags"));
        clock.moveTo(10, 12, 9, 0);
        stage.centreActs();
        stage.courtActs();
        JsonNode exchange = stage.exchange(id);
        expect("OVERDUE stays", flagged(exchange, "OVERDUE"));
    }

    private void lateCourtPapers() throws IOException, HubRefused, InterruptedException {
        scene("Late court papers: ordinary procedure, hearing in 8 days; accepted with a warning");
        clock.moveTo(10, 13, 10, 0);
        OffsetDateTime hearing =
                HEARING_DAY.atTime(9, 0).atZone(BusinessClock.ZONE).toOffsetDateTime();
        String id = open(
                3, Defendant.GENG, LocalDate.of(2026, 10, 12), new SimulatedCourt.Hearing(hearing, "第三法庭", "ORDINARY"));
        JsonNode exchange = stage.exchange(id);
        expect("flag LATE", flagged(exchange, "LATE"));
        expect(
                "warning E-LATE",
                exchange.path("messages").path(0).path("warnings").toString().contains("E-LATE"));
        stage.centreActs();
        stage.firmActs();
        stage.centreActs();
        stage.courtActs();
    }

    private void declineAndReassignment() throws IOException, HubRefused, InterruptedException {
        scene("Conflict of interest: the first lawyer declines, another is assigned, the due date stays");
        clock.moveTo(10, 14, 9, 0);
        String id = open(4, Defendant.YI, LocalDate.of(2026, 10, 13), null);
        String due =
                clockOf(stage.exchange(id), "assign-and-inform").path("dueDate").asString("");
        clock.moveTo(10, 14, 11, 0);
        stage.centreActs();
        stage.firmActs();
        clock.moveTo(10, 14, 15, 0);
        stage.centreActs();
        clock.moveTo(10, 15, 9, 0);
        stage.firmActs();
        stage.centreActs();
        stage.courtActs();
        JsonNode exchange = stage.exchange(id);
        expect("ACTIVE", exchange.path("state").asString("").equals("ACTIVE"));
        expect(
                "original due date",
                clockOf(exchange, "assign-and-inform")
                        .path("dueDate")
                        .asString("")
                        .equals(due));
    }

    private void closing(String id) throws IOException, HubRefused, InterruptedException {
        scene("The case of National Day is closed");
        clock.moveTo(10, 16, 17, 0);
        stage.firmCloses(id, LocalDate.of(2026, 10, 16));
        expect("CLOSED", stage.exchange(id).path("state").asString("").equals("CLOSED"));
    }

    private String open(int serial, Defendant defendant, LocalDate discovered, SimulatedCourt.@Nullable Hearing hearing)
            throws IOException, HubRefused, InterruptedException {
        exchanges++;
        return stage.notice(SimulatedCourt.notice(serial, defendant, discovered, hearing));
    }

    private void scene(String title) {
        told.line("");
        told.line("── " + title);
    }

    private void expect(String what, boolean holds) {
        if (!holds) {
            disappointments.add(what);
            told.line("FAILED: expected " + what);
        }
    }

    private static boolean flagged(JsonNode exchange, String flag) {
        for (JsonNode one : exchange.path("flags")) {
            if (one.asString("").equals(flag)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode clockOf(JsonNode exchange, String name) {
        for (JsonNode one : exchange.path("clocks")) {
            if (one.path("name").asString("").equals(name)) {
                return one;
            }
        }
        return exchange.path("clocks").path(-1);
    }
}
