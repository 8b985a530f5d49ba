package cn.justicehub.hub.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How each agency is doing: paused with growing back-off and one alarm while it fails, at once well again when it answers.
 * The agency's row and its alarm change in one transaction that holds the row, so that the alarm stands exactly while the
 * row says that the agency fails, whatever comes in together.
 */
@Component
class AgencyChannels {

    private static final Logger LOG = LoggerFactory.getLogger(AgencyChannels.class);
    private static final int MOST_DOUBLINGS = 20;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final DeliverySettings settings;

    AgencyChannels(JdbcTemplate jdbc, TransactionTemplate transaction, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
    }

    /**
     * Notes a fault of the agency and pauses it. Attempts that were under way together and fail one after the other
     * are one failure: the back-off grows from pause to pause.
     *
     * @param retryAfter what the agency asked for, or null
     * @param realNow real time, epoch milliseconds
     * @param businessNow business clock, epoch milliseconds, for the alarm
     * @return when it may be tried again, epoch milliseconds of real time
     */
    long fault(String agency, String reason, @Nullable Duration retryAfter, long realNow, long businessNow) {
        Standing standing = standing(agency);
        boolean paused = standing.retryAt() > realNow && retryAfter == null;
        long retryAt = paused
                ? standing.retryAt()
                : realNow + pause(standing.failures(), retryAfter).toMillis();
        boolean raised = Boolean.TRUE.equals(
                transaction.execute(status -> paused(agency, reason, retryAt, realNow, businessNow)));
        if (raised) {
            LOG.warn("agency {} is paused: {}", agency, reason);
        }
        return retryAt;
    }

    /** @return whether the alarm is a new one */
    private boolean paused(String agency, String reason, long retryAt, long realNow, long businessNow) {
        jdbc.update(
                "insert into agency_channel (agency, failures, retry_at, reason, since) values (?, 1, ?, ?, ?)"
                        + " on conflict (agency) do update set failures = agency_channel.failures"
                        + " + case when agency_channel.retry_at <= ? then 1 else 0 end,"
                        + " retry_at = greatest(agency_channel.retry_at, excluded.retry_at), reason = excluded.reason,"
                        + " since = coalesce(agency_channel.since, excluded.since)",
                agency,
                retryAt,
                reason,
                businessNow,
                realNow);
        return jdbc.update(
                        "insert into alarm (alarm_id, kind, agency, reason, raised_at) values (?, 'AGENCY_DOWN', ?, ?, ?)"
                                + " on conflict (alarm_id) do update set reason = excluded.reason, raised_at = excluded.raised_at,"
                                + " cleared_at = null where alarm.cleared_at is not null",
                        "agency-down/" + agency,
                        agency,
                        reason,
                        businessNow)
                > 0;
    }

    /** Notes that the agency answers. */
    void well(String agency, long businessNow) {
        if (answers(agency)) {
            return;
        }
        boolean changed = Boolean.TRUE.equals(transaction.execute(status -> resumed(agency, businessNow)));
        if (changed) {
            LOG.info("agency {} answers again", agency);
        }
    }

    /** @return whether it was paused */
    private boolean resumed(String agency, long businessNow) {
        int changed = jdbc.update(
                "update agency_channel set failures = 0, retry_at = 0, reason = null, since = null"
                        + " where agency = ? and failures > 0",
                agency);
        if (changed > 0) {
            jdbc.update(
                    "update alarm set cleared_at = ? where alarm_id = ? and cleared_at is null",
                    businessNow,
                    "agency-down/" + agency);
        }
        return changed > 0;
    }

    /** Whether the last that was heard of the agency is that it answers. */
    boolean answers(String agency) {
        return standing(agency).failures() == 0;
    }

    private record Standing(int failures, long retryAt) {}

    private Standing standing(String agency) {
        List<Standing> found = jdbc.query(
                "select failures, retry_at from agency_channel where agency = ?",
                (row, number) -> new Standing(row.getInt(1), row.getLong(2)),
                agency);
        return found.isEmpty() ? new Standing(0, 0) : found.get(0);
    }

    /** Doubles with each failure, within ±20 % so that agencies do not come back in step; never less than asked for. */
    private Duration pause(int failures, @Nullable Duration retryAfter) {
        long doubled = settings.backoff().toMillis() << Math.min(failures, MOST_DOUBLINGS);
        long bounded = Math.min(doubled, settings.longestBackoff().toMillis());
        Duration jittered =
                Duration.ofMillis((long) (bounded * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
        if (retryAfter == null || retryAfter.compareTo(jittered) < 0) {
            return jittered;
        }
        return min(retryAfter, settings.longestBackoff());
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
