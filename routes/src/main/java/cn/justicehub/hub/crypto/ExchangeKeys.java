package cn.justicehub.hub.crypto;

import cn.justicehub.hub.problem.Refusal;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Data keys of exchanges: made here, kept wrapped under the master key, in a table of their own. */
public final class ExchangeKeys {

    private final JdbcTemplate jdbc;
    private final MasterKey master;
    private final Cache<UUID, ExchangeKey> cache = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    public ExchangeKeys(JdbcTemplate jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.master = master;
    }

    /** A fresh key for a new exchange; it is stored with the exchange's first record. */
    public ExchangeKey create(UUID exchangeId) {
        byte[] bytes = Sm4Gcm.random(Sm4Gcm.KEY_LENGTH);
        byte[] wrapped = Sm4Gcm.seal(master.bytes(), bytes, associated(exchangeId));
        return new ExchangeKey(exchangeId, bytes, master.name(), wrapped);
    }

    /**
     * The key of a stored exchange.
     *
     * @throws Refusal 410 when it was destroyed
     */
    public ExchangeKey of(UUID exchangeId) {
        ExchangeKey known = cache.getIfPresent(exchangeId);
        if (known != null) {
            return known;
        }
        List<ExchangeKey> found = jdbc.query(
                "select master_key, wrapped from exchange_key where exchange_id = ?",
                (row, number) -> unwrap(exchangeId, row.getString(1), row.getBytes(2)),
                exchangeId);
        if (found.isEmpty()) {
            throw Refusal.of(410, "E-NOTFOUND", "", "该事项的数据已销毁", "the exchange's data was erased");
        }
        cache.put(exchangeId, found.get(0));
        return found.get(0);
    }

    private ExchangeKey unwrap(UUID exchangeId, String masterName, byte[] wrapped) {
        MasterKey wrapping = master.named(masterName);
        if (wrapping == null) {
            throw new SealBroken("the data key was wrapped under a master key that is not configured", null);
        }
        byte[] bytes = Sm4Gcm.open(wrapping.bytes(), wrapped, associated(exchangeId));
        return new ExchangeKey(exchangeId, bytes, masterName, wrapped);
    }

    private static byte[] associated(UUID exchangeId) {
        return ("exchange-key/" + exchangeId).getBytes(StandardCharsets.UTF_8);
    }
}
