package cn.justicehub.hub.commit;

import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The exchange to which acts belong that concern no single one: activation, key rotation, administration. */
public final class SystemExchange {

    /** Its id. */
    public static final UUID ID = new UUID(0, 0);

    private static final String TYPE = "system";

    private final ExchangeKeys keys;

    public SystemExchange(ExchangeKeys keys) {
        this.keys = keys;
    }

    /** Its data key. */
    public record Key(ExchangeKey key, boolean isNew) {}

    /** Its data key; a new one before its first record. */
    public Key key() {
        try {
            return new Key(keys.of(ID), false);
        } catch (Refusal missing) {
            return new Key(keys.create(ID), true);
        }
    }

    /** Its state as a group sees it. */
    public static ExchangeState in(GroupView view, long at) {
        ExchangeState known = view.exchange(ID);
        return known != null
                ? known
                : new ExchangeState(ID, TYPE, "", "OPEN", Set.of(), Map.of(), Map.of(), at, at, false, 0, 0, 0);
    }
}
