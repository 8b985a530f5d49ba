package cn.justicehub.hub.commit;

import cn.justicehub.hub.keys.LogKeys;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.merkle.CompactRange;
import cn.justicehub.ledger.merkle.TreeHash;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Opens the log at first start: its first generation, an empty head, its keys in the keyring. */
final class LogOpening {

    private final JdbcTemplate jdbc;
    private final LogKeys keys;
    private final HeadSigner signer;
    private final BusinessClock clock;

    LogOpening(JdbcTemplate jdbc, LogKeys keys, HeadSigner signer, BusinessClock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * Makes sure that there is a log and that it is ours.
     *
     * @throws IllegalStateException when the database holds the log of another hub, or of other keys
     */
    void open() {
        List<String> origins = jdbc.queryForList(
                "select g.origin from head h join log_generation g using (generation) where h.id = 1", String.class);
        String origin = origins.isEmpty() ? first() : origins.get(0);
        if (!origin.startsWith(keys.name() + "/log/")) {
            throw new IllegalStateException(
                    "the database holds the log " + origin + ", but this hub is " + keys.name());
        }
        checkKeys(origin);
    }

    private String first() {
        String origin = keys.name() + "/log/1";
        long at = clock.now().toEpochMilli();
        Head empty = new Head(1, origin, CompactRange.empty(TreeHash.SHA256), CompactRange.empty(TreeHash.SM3), at);
        HeadSigner.SignedHead signed = signer.sign(empty);
        jdbc.update(
                "insert into log_generation (generation, origin, opened_at) values (1, ?, ?) on conflict do nothing",
                origin,
                at);
        addKey(keys.sha256(origin).vkey(), origin);
        addKey(keys.sm3(origin).vkey(), origin + "/sm3");
        jdbc.update(
                "insert into head (id, generation, size, edge_sha256, edge_sm3, accepted_at, checkpoint, checkpoint_sm3)"
                        + " values (1, 1, 0, ?, ?, ?, ?, ?) on conflict do nothing",
                empty.sha256().encode(),
                empty.sm3().encode(),
                at,
                signed.checkpoint().format(),
                signed.checkpointSm3().format());
        return origin;
    }

    private void addKey(String vkey, String origin) {
        jdbc.update(
                "insert into log_key (vkey, origin, from_size) values (?, ?, 0) on conflict do nothing", vkey, origin);
    }

    /** A hub whose keys are not in the keyring would sign receipts that nobody can verify. */
    private void checkKeys(String origin) {
        for (String vkey : List.of(keys.sha256(origin).vkey(), keys.sm3(origin).vkey())) {
            Integer known = jdbc.queryForObject(
                    "select count(*) from log_key where vkey = ? and to_size is null", Integer.class, vkey);
            if (known == null || known == 0) {
                throw new IllegalStateException("the log " + origin
                        + " was signed with other keys than those configured; rotate keys, do not replace them");
            }
        }
    }
}
