package cn.justicehub.hub.benchmark;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Exchanges of an earlier generation of the log, written straight into the tables: as many rows and index entries as if
 * their notices had been accepted and delivered, but with bodies of a few bytes, and digests of nothing.
 */
final class Generator {

    private static final int BATCH = 50_000;

    private static final String[] STATEMENTS = {
        "insert into exchange select md5('x' || n)::uuid, 'defence-notice', :digest, 'RECEIVED', '{}',"
                + " jsonb_build_object('notifier', 'bench-court-' || n % :courts, 'centre', 'bench-centre'), '{}',"
                + " n, n, false, 1, n, n from generate_series(:from, :to) n",
        "insert into exchange_party select p, md5('x' || n)::uuid, n from generate_series(:from, :to) n,"
                + " lateral (values ('bench-court-' || n % :courts), ('bench-centre')) v (p)",
        "insert into exchange_key select md5('x' || n)::uuid, 'none', sha256('k') from generate_series(:from, :to) n",
        "insert into business_key select 'defence-notice', sha256(('b' || n)::bytea), 'none', md5('x' || n)::uuid"
                + " from generate_series(:from, :to) n",
        "insert into search_key select 'defence-notice', p, sha256((p || n)::bytea), 'none', md5('x' || n)::uuid, n"
                + " from generate_series(:from, :to) n, lateral (values ('/caseNo'), ('/noticeNo'), ('/party/idNo')) v (p)",
        "insert into message select n, md5('x' || n)::uuid, 'message', 'submit', 'bench-court-' || n % :courts,"
                + " md5('m' || n)::uuid, n, '{}', '{bench-centre}', '', sha256('b'), sha256('r') from generate_series(:from, :to) n",
        "insert into message_key select 'bench-court-' || n % :courts, md5('m' || n)::uuid, sha256('c'), 'none', n"
                + " from generate_series(:from, :to) n",
        "insert into leaf select 0, n, '', sha256(n::text::bytea), sha256(n::text::bytea) from generate_series(:from, :to) n",
        "insert into delivery (delivery_id, entry, exchange_id, receiver, mode, state, created_at)"
                + " select '0-' || n || '-bench-centre', n, md5('x' || n)::uuid, 'bench-centre', 'PULL', 'DELIVERED', n"
                + " from generate_series(:from, :to) n",
        "insert into clock (exchange_id, name, occurrence, owes, started_entry, started_at, alarm_at, due_at, provisional)"
                + " select md5('x' || n)::uuid, c, 1, 'bench-centre', n, n, :later + n, :later + n, false"
                + " from generate_series(:from, :to) n, lateral (values ('assign-and-inform'), ('reply')) v (c)"
    };

    private static final String[] TABLES = {
        "exchange",
        "exchange_party",
        "exchange_key",
        "business_key",
        "search_key",
        "message",
        "message_key",
        "leaf",
        "delivery",
        "clock"
    };

    private final JdbcTemplate jdbc;

    Generator(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes exchanges of a type that is in force.
     *
     * @param count how many
     * @param courts how many agencies opened them
     */
    void write(int count, int courts) {
        String digest =
                jdbc.queryForObject("select digest from definition where name = 'defence-notice'", String.class);
        long later = System.currentTimeMillis() + 365L * 24 * 3600 * 1000;
        for (int from = 1; from <= count; from += BATCH) {
            for (String statement : STATEMENTS) {
                jdbc.execute(statement
                        .replace(":digest", "'" + digest + "'")
                        .replace(":courts", Integer.toString(courts))
                        .replace(":from", Integer.toString(from))
                        .replace(":to", Integer.toString(Math.min(count, from + BATCH - 1)))
                        .replace(":later", Long.toString(later)));
            }
        }
        for (String table : TABLES) {
            jdbc.execute("vacuum analyze " + table);
        }
    }
}
