package cn.justicehub.hub.commit;

import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** State as a group leaves it, one statement a table. */
final class StateColumns {

    private StateColumns() {}

    /** Keys of what was opened and is still open: an exchange may have been opened and ended in the same group. */
    static Columns businessKeys(Fold fold, Map<UUID, Effect.Keys> opened) {
        Columns columns = new Columns(
                "insert into business_key (type, digest, index_key, exchange_id, content)"
                        + " select * from unnest(?, ?, ?, ?, ?)",
                "text",
                "bytea",
                "text",
                "uuid",
                "bytea");
        for (ExchangeState x : fold.changedExchanges()) {
            Effect.Keys keys = opened.get(x.exchangeId());
            if (keys != null && !x.ended()) {
                columns.add(x.type(), keys.businessKey(), keys.indexKey(), x.exchangeId(), keys.content());
            }
        }
        return columns;
    }

    /** What openers say instead of what they said before; the keys may be digests under an older index key. */
    static Columns amended(Map<UUID, Effect.Keys> amended) {
        Columns columns = new Columns(
                "update business_key b set content = u.c from unnest(?, ?) as u(x, c) where b.exchange_id = u.x",
                "uuid",
                "bytea");
        amended.forEach((exchange, keys) -> columns.add(exchange, keys.content()));
        return columns;
    }

    static Columns exchanges(Fold fold) {
        Columns columns = new Columns(
                "insert into exchange (exchange_id, type, definition_digest, state, flags, parties, actors, opened_at,"
                        + " updated_at, ended, seq, opened_entry, last_entry, concurring)"
                        + " select i, t, d, s, string_to_array(f, ','), p::jsonb, a::jsonb, o, u, e, q, oe, le, c::jsonb"
                        + " from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " as w(i, t, d, s, f, p, a, o, u, e, q, oe, le, c)"
                        + " on conflict (exchange_id) do update set state = excluded.state, flags = excluded.flags,"
                        + " parties = excluded.parties, actors = excluded.actors, updated_at = excluded.updated_at,"
                        + " ended = excluded.ended, seq = excluded.seq, last_entry = excluded.last_entry,"
                        + " concurring = excluded.concurring",
                "uuid",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "bigint",
                "bigint",
                "boolean",
                "int",
                "bigint",
                "bigint",
                "text");
        for (ExchangeState x : fold.changedExchanges()) {
            columns.add(
                    x.exchangeId(),
                    x.type(),
                    x.definitionDigest(),
                    x.state(),
                    String.join(",", x.flags()),
                    Rows.json(x.parties()),
                    Rows.json(x.actors()),
                    x.openedAt(),
                    x.updatedAt(),
                    x.ended(),
                    x.seq(),
                    x.openedEntry(),
                    x.lastEntry(),
                    Rows.json(x.concurring()));
        }
        return columns;
    }

    static Columns ended(Fold fold) {
        Columns columns =
                new Columns("delete from business_key where exchange_id in (select * from unnest(?))", "uuid");
        fold.changedExchanges().stream().filter(ExchangeState::ended).forEach(x -> columns.add(x.exchangeId()));
        return columns;
    }

    static Columns parties(Fold fold) {
        Columns columns = new Columns(
                "insert into exchange_party (agency, exchange_id, opened_entry) select * from unnest(?, ?, ?)"
                        + " on conflict do nothing",
                "text",
                "uuid",
                "bigint");
        for (ExchangeState x : fold.changedExchanges()) {
            x.parties().values().stream().distinct().forEach(a -> columns.add(a, x.exchangeId(), x.openedEntry()));
        }
        return columns;
    }

    static Columns clocks(Fold fold) {
        Columns columns = new Columns(
                "insert into clock (exchange_id, name, occurrence, owes, started_entry, started_at, start_date,"
                        + " received_at, alarm_at,"
                        + " due_date, due_at, provisional, stopped_at, lapsed_at, paused_at, not_received_at, pauses,"
                        + " steps, step_at)"
                        + " select x, n, o, w, se, sa, sd, ra, aa, dd, da, p, st, la, pa, nr,"
                        + " coalesce(string_to_array(nullif(ps, ''), ',')::bigint[], '{}'), sn, sx"
                        + " from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " as u(x, n, o, w, se, sa, sd, ra, aa, dd, da, p, st, la, pa, nr, ps, sn, sx)"
                        + " on conflict (exchange_id, name, occurrence) do update set received_at = excluded.received_at,"
                        + " start_date = excluded.start_date,"
                        + " alarm_at = excluded.alarm_at, due_date = excluded.due_date, due_at = excluded.due_at,"
                        + " provisional = excluded.provisional, stopped_at = excluded.stopped_at,"
                        + " lapsed_at = excluded.lapsed_at, paused_at = excluded.paused_at, pauses = excluded.pauses,"
                        + " not_received_at = excluded.not_received_at, steps = excluded.steps,"
                        + " step_at = excluded.step_at",
                "uuid",
                "text",
                "int",
                "text",
                "bigint",
                "bigint",
                "date",
                "bigint",
                "bigint",
                "date",
                "bigint",
                "boolean",
                "bigint",
                "bigint",
                "bigint",
                "bigint",
                "text",
                "int",
                "bigint");
        for (ClockState c : fold.changedClocks()) {
            String pauses = c.pauses().stream()
                    .flatMapToLong(p -> LongStream.of(p.from(), p.to()))
                    .mapToObj(Long::toString)
                    .collect(Collectors.joining(","));
            columns.add(
                    c.exchangeId(),
                    c.name(),
                    c.occurrence(),
                    c.owes(),
                    c.startedEntry(),
                    c.startedAt(),
                    c.startDate(),
                    c.receivedAt(),
                    c.alarmAt(),
                    c.dueDate(),
                    c.dueAt(),
                    c.provisional(),
                    c.stoppedAt(),
                    c.lapsedAt(),
                    c.pausedAt(),
                    c.notReceivedAt(),
                    pauses,
                    c.ladder().done(),
                    c.ladder().nextAt());
        }
        return columns;
    }

    static Columns deliveries(Fold fold) {
        Columns columns = new Columns(
                "update delivery set state = u.s, reason = u.r, received_at = u.ra, finished_at = u.fa,"
                        + " occurrence = u.o, next_at = 0, lease_until = 0,"
                        + " failures = case when u.s = 'QUEUED' then 0 else failures end,"
                        + " first_attempt_at = case when u.s = 'QUEUED' then null else first_attempt_at end"
                        + " from unnest(?, ?, ?, ?, ?, ?) as u(id, s, r, ra, fa, o) where delivery_id = u.id",
                "text",
                "text",
                "text",
                "bigint",
                "bigint",
                "int");
        for (DeliveryState d : fold.changedDeliveries()) {
            columns.add(d.deliveryId(), d.state().name(), d.reason(), d.receivedAt(), d.finishedAt(), d.occurrence());
        }
        return columns;
    }

    static Columns streams(Fold fold) {
        Columns columns = new Columns(
                "insert into sender_stream (sender, seq, last_entry) select * from unnest(?, ?, ?)"
                        + " on conflict (sender) do update set seq = excluded.seq, last_entry = excluded.last_entry",
                "text",
                "bigint",
                "bigint");
        fold.streams.forEach((sender, stream) -> columns.add(sender, stream.seq(), stream.lastEntry()));
        return columns;
    }
}
