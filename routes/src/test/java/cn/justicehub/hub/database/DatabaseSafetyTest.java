package cn.justicehub.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseSafetyTest {

    private static final Map<String, String> SAFE = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "server_version_num", "150000",
            "server_encoding", "UTF8",
            "transaction_read_only", "off");

    @Test
    void a_durable_server_has_no_fault() {
        assertThat(DatabaseSafety.faults(SAFE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, off, fsync=off",
        "synchronous_commit, off, synchronous_commit=off",
        "synchronous_commit, local, synchronous_commit=local",
        "server_version_num, 140012, older than PostgreSQL 15",
        "server_encoding, SQL_ASCII, not UTF8",
        "transaction_read_only, on, read-only"
    })
    void a_server_that_is_not_is_refused(String setting, String value, String said) {
        assertThat(DatabaseSafety.faults(with(setting, value)))
                .singleElement()
                .asString()
                .contains(said);
    }

    @ParameterizedTest
    @CsvSource({"remote_write", "remote_apply"})
    void a_commit_that_waits_for_a_standby_is_durable(String value) {
        assertThat(DatabaseSafety.faults(with("synchronous_commit", value))).isEmpty();
    }

    @Test
    void all_faults_are_said_at_once() {
        Map<String, String> settings = with("fsync", "off");
        settings.put("synchronous_commit", "off");

        assertThat(DatabaseSafety.faults(settings)).hasSize(2);
    }

    private static Map<String, String> with(String setting, String value) {
        Map<String, String> settings = new HashMap<>(SAFE);
        settings.put(setting, value);
        return settings;
    }
}
