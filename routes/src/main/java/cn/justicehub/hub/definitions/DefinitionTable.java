package cn.justicehub.hub.definitions;

import cn.justicehub.hub.time.BusinessClock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Definitions, stored by their content's digest, and the one row that says which are in force. */
@Component
class DefinitionTable {

    private final JdbcTemplate jdbc;
    private final BusinessClock clock;

    DefinitionTable(JdbcTemplate jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a stored definition describes. */
    enum Kind {
        EXCHANGE_TYPE("exchange-type"),
        AGENCY("agency");

        private final String column;

        Kind(String column) {
            this.column = column;
        }

        static Kind of(String column) {
            return column.equals(AGENCY.column) ? AGENCY : EXCHANGE_TYPE;
        }
    }

    /**
     * A definition as stored.
     *
     * @param digest its content's digest, the address
     * @param name name of the type or code of the agency
     * @param files the folder
     */
    record Definition(String digest, Kind kind, String name, Map<String, byte[]> files) {}

    /** Stores a definition, unless its content is there already. */
    void store(Definition definition) {
        jdbc.update(
                "insert into definition (digest, kind, name, content, stored_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (digest) do nothing",
                definition.digest(),
                definition.kind().column,
                definition.name(),
                StoredFolder.pack(definition.files()),
                clock.now().toEpochMilli());
    }

    /** The definition at this address, or null. */
    @Nullable
    Definition find(String digest) {
        List<Definition> found = jdbc.query(
                "select digest, kind, name, content from definition where digest = ?",
                (row, number) -> new Definition(
                        row.getString(1),
                        Kind.of(row.getString(2)),
                        row.getString(3),
                        StoredFolder.unpack(row.getBytes(4))),
                digest);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Number of the active set, 0 before the first activation. */
    int revision() {
        return revision("select revision from active_set where id = 1");
    }

    /** The same, and no other set comes in force before the caller's transaction ends. */
    int lockedRevision() {
        return revision("select revision from active_set where id = 1 for update");
    }

    private int revision(String sql) {
        List<Integer> found = jdbc.queryForList(sql, Integer.class);
        return found.isEmpty() ? 0 : found.get(0);
    }

    /** Digests of everything that is or was in force. */
    Set<String> everActive() {
        return Set.copyOf(jdbc.queryForList("select digest from activated_definition", String.class));
    }

    /** Whether an agency's message is recorded, and brought definitions in force. */
    boolean isActivation(String agency, UUID messageId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from message_key k join message m on m.entry = k.entry"
                        + " where k.sender = ? and k.message_id = ? and m.act = '" + Activation.ACT + "')",
                Boolean.class,
                agency,
                messageId));
    }

    /** Digests of what is in force, in order; empty before the first activation. */
    List<String> active() {
        List<List<String>> found = jdbc.query(
                "select digests from active_set where id = 1",
                (row, number) -> List.of((String[]) row.getArray(1).getArray()));
        return found.isEmpty() ? List.of() : found.get(0);
    }
}
