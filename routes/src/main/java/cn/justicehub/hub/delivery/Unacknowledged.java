package cn.justicehub.hub.delivery;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.Channel;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.time.BusinessClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Messages that lie in an inbox longer than their receiver is given: an alarm, nothing more. They were received. */
@Component
class Unacknowledged {

    private final JdbcTemplate jdbc;
    private final Catalogue catalogue;
    private final BusinessClock clock;

    Unacknowledged(JdbcTemplate jdbc, Catalogue catalogue, BusinessClock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Raises one alarm for each such delivery. */
    void raise() {
        for (Agency agency : catalogue.agencies().all()) {
            if (agency.channel() instanceof Channel.Pull pull) {
                raise(agency.code(), clock.now().minus(pull.ackWithin()).toEpochMilli());
            }
        }
    }

    private void raise(String agency, long olderThan) {
        jdbc.update(
                "insert into alarm (alarm_id, kind, agency, exchange_id, delivery_id, reason, raised_at)"
                        + " select 'unacknowledged/' || delivery_id, 'NOT_ACKNOWLEDGED', receiver, exchange_id, delivery_id,"
                        + " 'NOT_ACKNOWLEDGED', ? from delivery"
                        + " where receiver = ? and mode = 'PULL' and state = 'AVAILABLE' and created_at <= ?"
                        + " on conflict (alarm_id) do nothing",
                clock.now().toEpochMilli(),
                agency,
                olderThan);
    }
}
