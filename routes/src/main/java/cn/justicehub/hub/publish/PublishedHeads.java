package cn.justicehub.hub.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The heads that everybody may see. */
@Component
public class PublishedHeads {

    private final JdbcTemplate jdbc;

    public PublishedHeads(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A published head.
     *
     * @param generation generation of the log
     * @param size leaves
     * @param checkpoint signed note of the SHA-256 tree
     * @param checkpointSm3 signed note of the SM3 tree
     */
    public record Published(int generation, long size, String checkpoint, String checkpointSm3) {}

    /** The published head of a generation, or null when there is none. */
    public @Nullable Published find(int generation) {
        List<Published> found = jdbc.query(
                "select generation, size, checkpoint, checkpoint_sm3 from published_head where generation = ?",
                (row, number) -> new Published(row.getInt(1), row.getLong(2), row.getString(3), row.getString(4)),
                generation);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The committed head: the next one to publish. */
    Published committed() {
        Published head = jdbc.queryForObject(
                "select generation, size, checkpoint, checkpoint_sm3 from head where id = 1",
                (row, number) -> new Published(row.getInt(1), row.getLong(2), row.getString(3), row.getString(4)));
        if (head == null) {
            throw new IllegalStateException("the log has no head row");
        }
        return head;
    }

    /** The current generation. */
    public int generation() {
        return committed().generation();
    }

    void publish(Published head, long at) {
        jdbc.update(
                "insert into published_head (generation, size, checkpoint, checkpoint_sm3, published_at)"
                        + " values (?, ?, ?, ?, ?) on conflict (generation) do update set size = excluded.size,"
                        + " checkpoint = excluded.checkpoint, checkpoint_sm3 = excluded.checkpoint_sm3,"
                        + " published_at = excluded.published_at where published_head.size < excluded.size",
                head.generation(),
                head.size(),
                head.checkpoint(),
                head.checkpointSm3(),
                at);
    }

    /** Whether this transaction is the one publisher of all replicas. */
    boolean alone() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(7305001)", Boolean.class));
    }

    /** The keyring, one JSON object a line. */
    public List<String> keyring() {
        return jdbc.query(
                "select json_strip_nulls(json_build_object('vkey', vkey, 'origin', origin, 'fromSize', from_size,"
                        + " 'toSize', to_size))::text from log_key order by origin, from_size",
                (row, number) -> row.getString(1));
    }
}
