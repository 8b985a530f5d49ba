package cn.justicehub.hub.inbox;

import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.share.Share;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Looks into an inbox and, when it is empty, waits for the bell. */
@Component
class LongPoll {

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Inbox inbox;
    private final Doorbells bells;
    private final InboxSettings settings;
    private final Semaphore seats;
    private final Share share;

    LongPoll(Inbox inbox, Doorbells bells, InboxSettings settings) {
        this.inbox = inbox;
        this.bells = bells;
        this.settings = settings;
        this.seats = new Semaphore(settings.waiters());
        this.share = new Share(
                agency -> settings.waitersOfOne(),
                () -> Refusal.tooMany("本机构同时等待的请求过多，请稍后重试", "too many requests of this agency wait", RETRY));
    }

    /** What was found for a question. */
    record Fetched(String agency, List<DeliveryState> deliveries) {}

    /**
     * The deliveries of one page; empty only when the time is over, too many wait, or the hub stops.
     *
     * @throws Refusal 429 when too many requests of this agency wait already
     */
    Fetched await(InboxQuestion question) throws InterruptedException {
        Bell bell = bells.of(question.caller().agency());
        long heard = bell.count();
        Fetched found = look(question);
        boolean waits = found.deliveries().isEmpty() && question.patience().toMillis() > 0;
        if (!waits) {
            return found;
        }
        try (Share.Place place = share.take(question.caller().agency())) {
            return seats.tryAcquire() ? seated(question, bell, heard, found) : found;
        }
    }

    private Fetched seated(InboxQuestion question, Bell bell, long heardBefore, Fetched first)
            throws InterruptedException {
        try {
            long deadline = System.nanoTime() + question.patience().toNanos();
            long heard = heardBefore;
            Fetched found = first;
            long left = deadline - System.nanoTime();
            while (found.deliveries().isEmpty() && left > 0 && bells.isRunning()) {
                bell.await(heard, Math.min(left, settings.look().toNanos()));
                heard = bell.count();
                found = look(question);
                left = deadline - System.nanoTime();
            }
            return found;
        } finally {
            seats.release();
        }
    }

    /** How many more may wait. */
    int freeSeats() {
        return seats.availablePermits();
    }

    private Fetched look(InboxQuestion question) {
        String agency = question.caller().agency();
        return new Fetched(agency, inbox.available(agency, question.cursor().after(), question.limit()));
    }
}
