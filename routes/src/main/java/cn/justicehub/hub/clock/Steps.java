package cn.justicehub.hub.clock;

import cn.justicehub.api.definition.ClockRule.Step;
import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.Rows;
import cn.justicehub.hub.definitions.KnownAgencies;
import cn.justicehub.hub.engine.ClockKeeper;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.time.BusinessClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Steps of the ladders of duties that are not met yet: each is told to a party or raised with the bureau, once, whichever
 * replica finds it. After downtime those that were missed are taken in their order, and say that they are late.
 */
@Component
class Steps {

    /** Name of the hub act that records a step. */
    static final String ACT = "clock-step";

    private static final int BATCH = 200;

    /** The bureau's alarms stand as long as the duty does. */
    private static final String CLEAR = "update alarm a set cleared_at = ?"
            + " where a.kind in ('DEADLINE_NEAR', 'DEADLINE_MISSED') and a.cleared_at is null"
            + " and not exists (select 1 from clock c where c.exchange_id = a.exchange_id and c.stopped_at is null"
            + " and a.alarm_id like 'step/' || c.exchange_id || '/' || c.name || '/' || c.occurrence || '/%')";

    private final JdbcTemplate jdbc;
    private final ClockRecords records;
    private final ClockKeeper keeper;
    private final BusinessClock clock;

    Steps(JdbcTemplate jdbc, ClockRecords records, ClockKeeper keeper, BusinessClock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** Clocks whose next step is to be taken, the longest waiting first. */
    List<ClockState> due() {
        return jdbc.query(
                "select * from clock where stopped_at is null and paused_at is null and step_at <= ?"
                        + " order by step_at limit " + BATCH,
                (row, number) -> Rows.clock(row),
                clock.now().toEpochMilli());
    }

    CompletableFuture<CommitResult> record(ClockState found) {
        ClockRecords.Known known = records.known(found);
        int number = found.ladder().done();
        Step step = known.rule().ladder().get(number);
        String told = told(known.exchange(), step, records.agencies());
        Map<String, Object> facts = facts(known, step, told, clock.now());
        return records.submit(new StepEntry(
                records.prepare(known, ACT, "step-" + number, facts), known, told, records.agencies(), keeper));
    }

    /** The agency that is told, or null for the bureau: also instead of a party whose place nobody, or nobody known, has. */
    static @Nullable String told(ExchangeState exchange, Step step, KnownAgencies agencies) {
        String party = exchange.parties().get(step.tell());
        return party != null && agencies.directory().byCode(party).isPresent() ? party : null;
    }

    private static Map<String, Object> facts(ClockRecords.Known known, Step step, @Nullable String told, Instant now) {
        Map<String, Object> facts = known.facts();
        facts.put("clockZh", known.rule().titleZh());
        facts.put("step", known.clock().ladder().done() + 1L);
        facts.put("tell", step.tell());
        facts.put("told", told == null ? Step.BUREAU : told);
        facts.put("personZh", step.personZh());
        known.addTimes(facts);
        Long at = known.clock().ladder().nextAt();
        if (at != null) {
            facts.put("stepAt", Instant.ofEpochMilli(at).toString());
            ClockRecords.late(facts, known.clock(), at, now);
        }
        return facts;
    }

    /** Clears the bureau's alarms of duties that are met, or matter no more. */
    void clear() {
        jdbc.update(CLEAR, clock.now().toEpochMilli());
    }
}
