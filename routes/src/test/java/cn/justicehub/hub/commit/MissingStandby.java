package cn.justicehub.hub.commit;

import cn.justicehub.hub.database.SharedDatabase;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database that waits for a standby which does not exist, and an operator who cancels each wait. */
final class MissingStandby implements AutoCloseable {

    private final JdbcTemplate jdbc;
    private final Thread operator = new Thread(this::cancelWaits, "operator");
    private volatile boolean closed;

    private MissingStandby(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static MissingStandby start() {
        MissingStandby standby = new MissingStandby(new JdbcTemplate(SharedDatabase.superuser()));
        standby.name("nobody");
        standby.operator.start();
        return standby;
    }

    private void name(String standby) {
        jdbc.execute("alter system set synchronous_standby_names = '" + standby + "'");
        jdbc.execute("select pg_reload_conf()");
        String shown;
        do {
            shown = jdbc.queryForObject("show synchronous_standby_names", String.class);
        } while (!standby.equals(shown));
    }

    private void cancelWaits() {
        while (!closed) {
            jdbc.queryForList("select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'");
            try {
                Thread.sleep(Duration.ofMillis(20).toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        name("");
        closed = true;
        operator.join();
    }
}
