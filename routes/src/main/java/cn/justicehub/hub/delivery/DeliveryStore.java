package cn.justicehub.hub.delivery;

import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.Rows;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Delivery rows: leases, failed attempts, and looking at them. How a delivery ends is the committer's to write. */
@Component
class DeliveryStore {

    /**
     * For each agency apart, so that none waits for another: oldest first, only the lowest unfinished of each lane, never
     * more than may be in flight, and only a few while it is not known whether the agency is well again. Walks an index
     * from the oldest on and stops when there is enough, so that a long queue costs no more than a short one.
     */
    private static final String LEASE = """
            with recursive receivers as (
                (select d.receiver from delivery d where d.mode = 'PUSH' and d.state in ('QUEUED', 'LEASED')
                    order by d.receiver limit 1)
                union all
                select (select d.receiver from delivery d where d.mode = 'PUSH' and d.state in ('QUEUED', 'LEASED')
                    and d.receiver > r.receiver order by d.receiver limit 1)
                from receivers r where r.receiver is not null),
            room as (
                select r.receiver, least(:batch, case when coalesce(c.failures, 0) > 0 then :probes else :inFlight end
                    - (select count(*) from delivery l where l.receiver = r.receiver and l.state = 'LEASED'
                        and l.lease_until > :now)) as free
                from receivers r
                left join agency_channel c on c.agency = r.receiver
                where r.receiver is not null and coalesce(c.retry_at, 0) <= :now),
            chosen as (
                select p.delivery_id, p.attempt from room cross join lateral (
                    select d.delivery_id, d.attempt from delivery d
                    where d.receiver = room.receiver and d.mode = 'PUSH' and d.state in ('QUEUED', 'LEASED')
                      and ((d.state = 'QUEUED' and d.next_at <= :now) or (d.state = 'LEASED' and d.lease_until <= :now))
                      and not exists (select 1 from delivery e where e.receiver = d.receiver
                          and e.exchange_id = d.exchange_id and e.entry < d.entry
                          and e.state in ('QUEUED', 'LEASED', 'PARKED'))
                    order by d.entry limit greatest(room.free, 0)) p)
            update delivery d set state = 'LEASED', attempt = d.attempt + 1, lease_until = :until
            from chosen
            where d.delivery_id = chosen.delivery_id and d.attempt = chosen.attempt and d.state in ('QUEUED', 'LEASED')
            returning d.delivery_id, d.receiver, d.attempt, d.entry
            """;

    private static final int PROBES = 3;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final DeliverySettings settings;

    DeliveryStore(JdbcTemplate jdbc, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.settings = settings;
    }

    /**
     * Leases what may be carried now.
     *
     * @param realNow real time, epoch milliseconds, by which leases and pauses run
     */
    List<Order> lease(long realNow) {
        return named
                .query(
                        LEASE,
                        Map.of(
                                "now",
                                realNow,
                                "batch",
                                settings.batch(),
                                "until",
                                realNow + settings.lease().toMillis(),
                                "probes",
                                PROBES,
                                "inFlight",
                                settings.inFlight()),
                        (row, number) -> new Leased(
                                new Order(row.getString(1), row.getString(2), row.getInt(3)), row.getLong(4)))
                .stream()
                .sorted(Comparator.comparingLong(Leased::entry))
                .map(Leased::order)
                .toList();
    }

    /**
     * Takes an order that is about to be sent: counts it and has its lease outlive the agency's own time-out.
     *
     * @param timeout longest time that the agency's request may take
     * @param realNow real time, epoch milliseconds
     * @param businessNow business clock, epoch milliseconds, noted as the time of the attempt
     * @return the delivery, or null when the order is void or its agency is paused
     */
    @Nullable
    DeliveryState take(Order order, Duration timeout, long realNow, long businessNow) {
        List<DeliveryState> taken = jdbc.query(
                "update delivery d set lease_until = ?, sent = sent + 1,"
                        + " first_attempt_at = coalesce(first_attempt_at, ?), last_attempt_at = ?"
                        + " where delivery_id = ? and attempt = ? and state = 'LEASED' and not exists"
                        + " (select 1 from agency_channel c where c.agency = d.receiver and c.retry_at > ?) returning d.*",
                (row, number) -> Rows.delivery(row),
                realNow + settings.lease().plus(timeout).toMillis(),
                businessNow,
                businessNow,
                order.deliveryId(),
                order.attempt(),
                realNow);
        return taken.isEmpty() ? null : taken.get(0);
    }

    /** Gives an order back whose agency was paused after it was leased: the pause itself, however it changes, holds it. */
    void release(Order order) {
        jdbc.update(
                "update delivery set state = 'QUEUED', next_at = 0, lease_until = 0"
                        + " where delivery_id = ? and attempt = ? and state = 'LEASED'",
                order.deliveryId(),
                order.attempt());
    }

    private record Leased(Order order, long entry) {}

    /**
     * One attempt at one delivery.
     *
     * @param deliveryId the delivery
     * @param agency its receiver
     * @param attempt number of the lease; an order with another number is void
     */
    record Order(String deliveryId, String agency, int attempt) {

        /** What the broker drops when it comes twice. */
        String duplicateId() {
            return deliveryId + "/" + attempt;
        }
    }

    /** Whether an order is the one by which its delivery is carried now. */
    boolean holds(Order order) {
        DeliveryState delivery = find(order.deliveryId());
        return delivery != null
                && delivery.attempt() == order.attempt()
                && delivery.state() == DeliveryState.State.LEASED;
    }

    @Nullable
    DeliveryState find(String deliveryId) {
        List<DeliveryState> found = jdbc.query(
                "select * from delivery where delivery_id = ?", (row, number) -> Rows.delivery(row), deliveryId);
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * Notes a failed attempt: the delivery waits for its turn again.
     *
     * @param failures attempts that failed so far while the agency answered others
     */
    void failed(Order order, String reason, long nextAt, int failures) {
        jdbc.update(
                "update delivery set state = 'QUEUED', failures = ?, reason = ?, next_at = ?, lease_until = 0"
                        + " where delivery_id = ? and attempt = ? and state = 'LEASED'",
                failures,
                reason,
                nextAt,
                order.deliveryId(),
                order.attempt());
    }

    /** Whether the hub only reminds of a duty with it: no act of the exchange's type. */
    boolean isReminder(DeliveryState delivery) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select count(*) > 0 from message where entry = ? and kind = 'hub-act' and act = 'clock-step'",
                Boolean.class,
                delivery.entry()));
    }

    /** How many other deliveries the same agency has received since this one was first tried. */
    int othersReceivedSince(DeliveryState delivery) {
        Integer count = jdbc.queryForObject(
                "select count(*) from delivery where receiver = ? and exchange_id <> ? and state = 'DELIVERED'"
                        + " and received_at >= ?",
                Integer.class,
                delivery.receiver(),
                delivery.exchangeId(),
                delivery.firstAttemptAt());
        return count == null ? 0 : count;
    }
}
