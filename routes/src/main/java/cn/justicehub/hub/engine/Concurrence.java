package cn.justicehub.hub.engine;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ExchangeType;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an act that all its parties must do alike: recorded and told by each, it takes effect with the last one. A
 * party that says something else says it instead of what it said before.
 */
public final class Concurrence {

    private Concurrence() {}

    /**
     * The exchange while the act still waits for somebody, or null when it takes effect now.
     *
     * @param before the exchange before the act
     * @param request an act that may be done
     * @param content digest of what is said
     * @param isSame whether a digest is of the same content
     */
    public static @Nullable ExchangeState waiting(
            ExchangeType type, ExchangeState before, ActRequest request, byte[] content, Predicate<byte[]> isSame) {
        Act act = type.act(request.act());
        if (act == null || !act.quorum()) {
            return null;
        }
        Map<String, String> concurring = new TreeMap<>(before.concurring());
        boolean all = true;
        for (String party : act.by()) {
            String key = act.name() + "/" + party;
            if (request.sender().code().equals(before.parties().get(party))) {
                concurring.put(key, HexFormat.of().formatHex(content));
            } else {
                String said = before.concurring().get(key);
                all &= said != null && isSame.test(HexFormat.of().parseHex(said));
            }
        }
        return all ? null : before.withConcurring(concurring);
    }

    /** The exchange once the act has taken effect: nobody waits for it any more. */
    public static ExchangeState settled(ExchangeState after, ActRequest request) {
        Map<String, String> concurring = new TreeMap<>(after.concurring());
        concurring.keySet().removeIf(key -> key.startsWith(request.act() + "/"));
        return after.withConcurring(concurring);
    }
}
