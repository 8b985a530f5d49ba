package cn.justicehub.hub.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.api.server.model.Alarm;
import cn.justicehub.api.server.model.AlarmPage;
import cn.justicehub.hub.database.SharedDatabase;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.testing.Routes;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

class AlarmListRouteTest extends RouteTest {

    private final JdbcTemplate jdbc = new JdbcTemplate(SharedDatabase.fresh());

    @Override
    protected RoutesBuilder route() {
        return new AlarmListRoute(new AlarmList(new NamedParameterJdbcTemplate(jdbc)));
    }

    @BeforeEach
    void raise() {
        raise("agency-down/firm-01", "AGENCY_DOWN", "CONNECT", 1_000, null);
        raise("parked/1-4-firm-01", "DELIVERY_PARKED", "HTTP_422", 1_000, 5_000L);
        raise("sequence-gap/court-01/2-2", "SEQUENCE_GAP", "E-SEQ", 2_000, null);
    }

    private void raise(String id, String kind, String reason, long at, @Nullable Long cleared) {
        jdbc.update(
                "insert into alarm (alarm_id, kind, agency, reason, raised_at, cleared_at) values (?, ?, 'firm-01', ?, ?, ?)",
                id,
                kind,
                reason,
                at,
                cleared);
    }

    private AlarmPage page(@Nullable Boolean open, Cursor cursor, int limit) {
        return Routes.ask(
                template, AlarmListQuestion.ROUTE, new AlarmListQuestion(open, cursor, limit), AlarmPage.class);
    }

    private static List<String> ids(AlarmPage page) {
        return page.getItems().stream().map(Alarm::getAlarmId).toList();
    }

    @Test
    void standingOnesAndThoseThatAreOverAreToldApart() {
        assertThat(ids(page(true, Cursor.START, 50)))
                .containsExactly("agency-down/firm-01", "sequence-gap/court-01/2-2");
        assertThat(ids(page(false, Cursor.START, 50))).containsExactly("parked/1-4-firm-01");
        assertThat(page(null, Cursor.START, 50).getItems())
                .hasSize(3)
                .allSatisfy(alarm -> assertThat(alarm.getMessageZh()).isNotBlank());
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeatWhereTimesAreEqual() {
        AlarmPage first = page(null, Cursor.START, 1);
        AlarmPage second = page(null, Cursor.read(first.getNextCursor()), 1);
        AlarmPage third = page(null, Cursor.read(second.getNextCursor()), 1);

        assertThat(List.of(ids(first), ids(second), ids(third)))
                .containsExactly(
                        List.of("agency-down/firm-01"),
                        List.of("parked/1-4-firm-01"),
                        List.of("sequence-gap/court-01/2-2"));
        assertThat(third.getNextCursor()).isNull();
    }

    @Test
    void aDatabaseThatFailsComesOutOfTheRoute() {
        jdbc.execute("drop table alarm");

        assertThatThrownBy(() -> page(null, Cursor.START, 1)).isInstanceOf(DataAccessException.class);
    }
}
