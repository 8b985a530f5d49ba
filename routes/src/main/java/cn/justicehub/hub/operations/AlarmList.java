package cn.justicehub.hub.operations;

import cn.justicehub.api.server.model.Alarm;
import cn.justicehub.api.server.model.AlarmPage;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.read.Page;
import cn.justicehub.hub.time.WireTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Alarms. */
@Component
class AlarmList {

    private final NamedParameterJdbcTemplate jdbc;

    AlarmList(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(Cursor place, Alarm alarm) {}

    AlarmPage page(AlarmListQuestion question) {
        List<Row> rows = jdbc.query(
                "select * from alarm where raised_at >= :after and (raised_at, alarm_id) > (:after, :tie)"
                        + standing(question) + " order by raised_at, alarm_id limit :rows",
                Map.of(
                        "after", question.cursor().after(),
                        "tie", question.cursor().tie(),
                        "rows", question.limit() + 1),
                (row, number) -> row(row));
        Page<Row> page = Page.of(rows, question.limit(), Row::place);
        return new AlarmPage(page.items().stream().map(Row::alarm).toList()).nextCursor(page.nextCursor());
    }

    private static String standing(AlarmListQuestion question) {
        Boolean open = question.open();
        return open == null ? "" : open ? " and cleared_at is null" : " and cleared_at is not null";
    }

    private static Row row(ResultSet row) throws SQLException {
        String id = row.getString("alarm_id");
        String kind = row.getString("kind");
        AlarmText text = AlarmText.of(kind, row.getString("reason"));
        long raisedAt = row.getLong("raised_at");
        Alarm alarm = new Alarm(id, kind, WireTime.of(raisedAt), text.zh(), text.english())
                .clearedAt(WireTime.ofNullable(row.getObject("cleared_at", Long.class)))
                .agency(row.getString("agency"))
                .exchangeId(row.getString("exchange_id"))
                .deliveryId(row.getString("delivery_id"));
        return new Row(new Cursor(raisedAt, id), alarm);
    }
}
