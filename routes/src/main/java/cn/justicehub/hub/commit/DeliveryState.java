package cn.justicehub.hub.commit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One delivery: carrying one message to one receiver.
 *
 * @param deliveryId the receiver's stable id: {@code <entryId>-<agency code>}
 * @param entry number of the record it carries
 * @param exchangeId its exchange; with the receiver, its lane
 * @param receiver agency code
 * @param mode whether the receiver fetches or is sent to
 * @param state where it stands
 * @param createdAt epoch milliseconds
 * @param attempt number of the current lease
 * @param sent requests that were sent
 * @param failures attempts that failed while the receiver was known to answer
 * @param reason why it last failed, or null
 * @param firstAttemptAt epoch milliseconds, or null
 * @param lastAttemptAt epoch milliseconds, or null
 * @param receivedAt when the receiver had it, or null
 * @param finishedAt when it ended, or null
 * @param occurrence how many records speak of this delivery; makes their message ids unique
 */
public record DeliveryState(
        String deliveryId,
        long entry,
        UUID exchangeId,
        String receiver,
        Mode mode,
        State state,
        long createdAt,
        int attempt,
        int sent,
        int failures,
        @Nullable String reason,
        @Nullable Long firstAttemptAt,
        @Nullable Long lastAttemptAt,
        @Nullable Long receivedAt,
        @Nullable Long finishedAt,
        int occurrence) {

    /** How a receiver gets its messages. */
    public enum Mode {
        PULL,
        PUSH
    }

    /** Where a delivery stands. HELD is no state: it is QUEUED behind a PARKED one of its lane. */
    public enum State {
        /** In the inbox of a receiver that fetches. */
        AVAILABLE,
        /** Waits for its turn or its time. */
        QUEUED,
        /** Being carried. */
        LEASED,
        DELIVERED,
        /** Needs a person. */
        PARKED,
        GIVEN_UP;

        public boolean finished() {
            return this == DELIVERED || this == GIVEN_UP;
        }
    }

    /** The delivery of a new record. */
    static DeliveryState create(EntryId entry, UUID exchangeId, String receiver, Mode mode, long at) {
        boolean pull = mode == Mode.PULL;
        return new DeliveryState(
                entry + "-" + receiver,
                entry.number(),
                exchangeId,
                receiver,
                mode,
                pull ? State.AVAILABLE : State.QUEUED,
                at,
                0,
                0,
                0,
                null,
                null,
                null,
                pull ? at : null,
                null,
                0);
    }

    /** The same delivery after a record that speaks of it. */
    public DeliveryState moved(State next, @Nullable String why, @Nullable Long received, @Nullable Long finished) {
        return new DeliveryState(
                deliveryId,
                entry,
                exchangeId,
                receiver,
                mode,
                next,
                createdAt,
                attempt,
                sent,
                failures,
                why,
                firstAttemptAt,
                lastAttemptAt,
                received,
                finished,
                occurrence + 1);
    }
}
