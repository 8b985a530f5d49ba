package cn.justicehub.hub.commit;

import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an entry may look at under the head lock. */
public interface GroupView {

    /** The exchange, or null when there is none. */
    @Nullable
    ExchangeState exchange(UUID exchangeId);

    /** All clocks of an exchange, running or not. */
    List<ClockState> clocks(UUID exchangeId);

    /** The delivery, or null when there is none. */
    @Nullable
    DeliveryState delivery(String deliveryId);

    /** The open exchange of a type with this business key, or null. */
    @Nullable
    Open openWith(String type, byte[] businessKey);

    /** Number of the set of definitions in force, 0 before the first; known to entries that ask for it. */
    int definitions();

    /**
     * An exchange that is open under a business key.
     *
     * @param content digest of what its opener said last, under the index key of its time; null when it was not kept
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Open(UUID exchangeId, byte @Nullable [] content) {}
}
