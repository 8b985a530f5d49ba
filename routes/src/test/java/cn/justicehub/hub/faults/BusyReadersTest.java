package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever reads as much as the database lets them keeps nobody from sending. */
class BusyReadersTest {

    private final HubUnderTest hub = HubUnderTest.shared();

    @Test
    void aNoticeIsAcceptedWhileEveryConnectionForReadingIsTaken() throws Exception {
        AgencyClient court = hub.bean(SandboxHome.class).client(SandboxAgency.COURT, hub.uri(""), Clock.systemUTC());
        Act first = Cases.newNotice();
        court.post(first, court.body(first)); // with a token, which is fetched by reading
        Act notice = Cases.newNotice();
        byte[] body = court.body(notice);
        DataSource readers = Objects.requireNonNull(hub.bean(JdbcTemplate.class).getDataSource());

        List<Connection> taken = new ArrayList<>();
        Accepted accepted;
        try {
            takeAll(readers, taken);
            accepted = court.post(notice, body);
        } finally {
            closeAll(taken);
        }

        assertThat(accepted.repeated()).isFalse();
        Receipts.verify(hub, List.of(accepted));
    }

    /** All but those that the hub itself holds at the moment. */
    private static void takeAll(DataSource readers, List<Connection> taken) throws SQLException {
        try {
            while (true) {
                taken.add(readers.getConnection());
            }
        } catch (SQLTransientConnectionException nothingLeft) {
            assertThat(taken).hasSizeGreaterThan(8);
        }
    }

    private static void closeAll(List<Connection> taken) throws SQLException {
        for (Connection connection : taken) {
            connection.close();
        }
    }
}
