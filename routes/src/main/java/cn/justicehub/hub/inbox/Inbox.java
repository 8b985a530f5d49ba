package cn.justicehub.hub.inbox;

import cn.justicehub.hub.commit.DeliveryState;
import java.util.List;

/** The deliveries that wait to be fetched and acknowledged. */
interface Inbox {

    /** An agency's, in commit order, with entry numbers greater than {@code after}. */
    List<DeliveryState> available(String agency, long after, int limit);
}
