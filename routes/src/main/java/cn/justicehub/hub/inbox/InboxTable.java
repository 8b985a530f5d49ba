package cn.justicehub.hub.inbox;

import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.Rows;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What is available to receivers that fetch. */
@Repository
class InboxTable implements Inbox {

    private final JdbcTemplate jdbc;

    InboxTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DeliveryState> available(String agency, long after, int limit) {
        return jdbc.query(
                "select * from delivery where receiver = ? and mode = 'PULL' and state = 'AVAILABLE' and entry > ?"
                        + " order by entry limit ?",
                (row, number) -> Rows.delivery(row),
                agency,
                after,
                limit);
    }
}
