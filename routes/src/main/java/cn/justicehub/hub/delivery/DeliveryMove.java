package cn.justicehub.hub.delivery;

import cn.justicehub.hub.commit.DeliveryState.State;
import java.util.Set;

/** Something that is recorded about a delivery; each is a leaf. */
enum DeliveryMove {
    /** A push was answered with success: the receiver has it. */
    RECEIVED("received", Set.of(State.LEASED, State.QUEUED), State.DELIVERED),
    /** The receiver fetched it and says so. */
    ACKNOWLEDGED("acknowledged", Set.of(State.AVAILABLE), State.DELIVERED),
    /** It cannot be delivered as it is: a person is needed. The record is the evidence of non-delivery. */
    PARKED("parked", Set.of(State.LEASED, State.QUEUED), State.PARKED),
    /** A reminder that its receiver does not take: nothing hangs on it, so it keeps no act back. */
    REFUSED("refused", Set.of(State.LEASED, State.QUEUED), State.GIVEN_UP),
    /** A person has it tried again. */
    RETRIED("retry", Set.of(State.PARKED), State.QUEUED),
    /** A person ends it without success. */
    GIVEN_UP("give-up", Set.of(State.PARKED), State.GIVEN_UP);

    private final String act;
    private final Set<State> from;
    private final State into;

    DeliveryMove(String act, Set<State> from, State into) {
        this.act = act;
        this.from = from;
        this.into = into;
    }

    String act() {
        return act;
    }

    boolean possibleIn(State state) {
        return from.contains(state);
    }

    State into() {
        return into;
    }
}
