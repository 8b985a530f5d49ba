package cn.justicehub.hub.clock;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.commit.Rows;
import cn.justicehub.hub.commit.Submissions;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.engine.ActRequest;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.read.Exchanges;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Clocks whose time is over. Any replica may find one; the record's message id is derived from exchange, clock and
 * occurrence, so that it lapses once.
 */
@Component
public class Lapses {

    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;
    private final Exchanges exchanges;
    private final Catalogue catalogue;
    private final Submissions committer;
    private final RecordPreparation records;
    private final ExchangeKeys keys;
    private final BusinessClock clock;

    Lapses(
            JdbcTemplate jdbc,
            Exchanges exchanges,
            Catalogue catalogue,
            Submissions committer,
            RecordPreparation records,
            ExchangeKeys keys,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.exchanges = exchanges;
        this.catalogue = catalogue;
        this.committer = committer;
        this.records = records;
        this.keys = keys;
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
        ExchangeState exchange = exchanges.find(due.exchangeId());
        if (exchange == null) {
            throw new IllegalStateException("clock without exchange " + due.exchangeId());
        }
        ExchangeType type = catalogue.pinned(exchange.definitionDigest());
        ClockRule rule = type.clocks().get(due.name());
        if (rule == null) {
            throw new IllegalStateException("clock without rule: " + due.name());
        }
        RecordDraft draft = RecordDraft.ofHub(
                RecordDraft.Kind.HUB_ACT,
                type.name(),
                type.digest(),
                "clock-lapsed",
                due.exchangeId(),
                derivedId(due),
                ActRequest.Sender.HUB,
                facts(due, rule));
        return committer.submitOwn(new LapseEntry(records.prepare(draft, keys.of(due.exchangeId()), false), due, rule));
    }

    private static UUID derivedId(ClockState due) {
        String cause = "lapse/" + due.exchangeId() + "/" + due.name() + "/" + due.occurrence();
        return UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8));
    }

    /** Who owed what, under which article, and until when. */
    private static JsonObject facts(ClockState due, ClockRule rule) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("clock", due.name());
        facts.put("owes", due.owes());
        facts.put("article", rule.article());
        facts.put("mark", rule.mark());
        facts.put("startedAt", Instant.ofEpochMilli(due.startedAt()).toString());
        if (due.receivedAt() != null) {
            facts.put("receivedAt", Instant.ofEpochMilli(due.receivedAt()).toString());
        }
        if (due.dueAt() != null) {
            facts.put("dueAt", Instant.ofEpochMilli(due.dueAt()).toString());
        }
        if (due.dueDate() != null) {
            facts.put("dueDate", due.dueDate().toString());
        }
        if (rule.due() instanceof ClockRule.Due.Flag flag) {
            facts.put("flag", flag.name());
        }
        return (JsonObject) Json.fromJava(facts);
    }
}
