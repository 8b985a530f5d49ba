package cn.justicehub.hub.clock;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.GroupView;
import cn.justicehub.hub.commit.Rows;
import cn.justicehub.hub.engine.ActRequest;
import cn.justicehub.hub.engine.ClockKeeper;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.Decision;
import cn.justicehub.hub.engine.Lifecycle;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.time.BusinessClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Clocks whose time is over. Any replica may find one; its lapse is recorded once. */
@Component
public class Lapses {

    private static final Logger LOG = LoggerFactory.getLogger(Lapses.class);
    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;
    private final ClockRecords records;
    private final ClockKeeper keeper;
    private final BusinessClock clock;

    Lapses(JdbcTemplate jdbc, ClockRecords records, ClockKeeper keeper, BusinessClock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** Clocks that lapse now and have not been recorded, the longest due first. */
    List<ClockState> due() {
        return jdbc.query(
                "select * from clock where stopped_at is null and lapsed_at is null and paused_at is null and due_at <= ?"
                        + " order by due_at limit " + BATCH,
                (row, number) -> Rows.clock(row),
                clock.now().toEpochMilli());
    }

    CompletableFuture<CommitResult> record(ClockState due) {
        ClockRecords.Known known = records.known(due);
        Map<String, Object> facts = facts(known, clock.now());
        ActRequest act = hubAct(known, facts);
        if (act != null) {
            return records.submit(new HubActEntry(
                    records.prepare(known, act.act(), "lapse", facts), known, act, records.agencies(), keeper));
        }
        return records.submit(new LapseEntry(records.prepare(known, "clock-lapsed", "lapse", facts), due, known.rule()))
                .thenApply(result -> warned(known, result));
    }

    /** Warns of an act that was not done; not when another replica has done it, so that there was nothing to record. */
    private static CommitResult warned(ClockRecords.Known known, CommitResult result) {
        if (result instanceof CommitResult.Accepted && known.rule().due() instanceof ClockRule.Due.HubAct due) {
            LOG.warn(
                    "{} of {} cannot be done in {}",
                    due.act(),
                    known.type().name(),
                    known.exchange().state());
        }
        return result;
    }

    /** The act that the hub does then, or null where there is none, or none that can be done as the exchange stands. */
    private @Nullable ActRequest hubAct(ClockRecords.Known known, Map<String, Object> facts) {
        if (!(known.rule().due() instanceof ClockRule.Due.HubAct due)) {
            return null;
        }
        ActRequest request = new ActRequest(due.act(), ActRequest.Sender.hub(), null, facts);
        Decision decision = Lifecycle.decide(known.type(), known.exchange(), request, records.agencies());
        return decision.after() == null ? null : request;
    }

    /**
     * A clock that lapses at this moment, as it stands under the head lock.
     *
     * @throws Refusal 409 when it does not lapse any more
     */
    static ClockState lapsing(GroupView view, ClockState found, long at) {
        ClockState now = view.clocks(found.exchangeId()).stream()
                .filter(c -> c.name().equals(found.name()) && c.occurrence() == found.occurrence())
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (!now.lapsesBy(at)) {
            throw Refusal.of(409, "E-STATE", "", "该时限已停止", "the clock does not lapse any more");
        }
        return now;
    }

    /** Who owed what, under which article, and until when; and by how much the hub is late to say so. */
    static Map<String, Object> facts(ClockRecords.Known known, Instant now) {
        ClockState due = known.clock();
        Map<String, Object> facts = known.facts();
        known.addTimes(facts);
        if (due.dueAt() != null) {
            ClockRecords.late(facts, due, due.dueAt(), now);
        }
        if (known.rule().due() instanceof ClockRule.Due.Flag flag) {
            facts.put("flag", flag.name());
        }
        return facts;
    }
}
