package cn.justicehub.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.commit.DeliveryState.State;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.testing.Warnings;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class UnacknowledgedRouteTest extends RouteTest {

    private static final String ASKED = "direct:unacknowledged";

    private final Parcels parcels = new Parcels();

    @Override
    protected RoutesBuilder route() {
        return new UnacknowledgedRoute(new Unacknowledged(parcels.jdbc, parcels.catalogue, parcels.clock));
    }

    @BeforeEach
    void ask() throws Exception {
        askedAt(context, "unacknowledged", ASKED);
    }

    private List<String> alarms() {
        return parcels.jdbc.queryForList("select alarm_id from alarm order by alarm_id", String.class);
    }

    @Test
    void whatLiesTooLongRaisesOneAlarmAndIsLeftWhereItIs() {
        String late = parcels.add(0, FakeCatalogue.CENTRE, Mode.PULL, State.AVAILABLE);
        parcels.add(1, FakeCatalogue.CENTRE, Mode.PULL, State.DELIVERED);
        parcels.add(2, FakeCatalogue.FIRM, Mode.PUSH, State.QUEUED);
        String fresh = parcels.add(3, FakeCatalogue.CENTRE, Mode.PULL, State.AVAILABLE);
        parcels.jdbc.update(
                "update delivery set created_at = ? where delivery_id = ?", Parcels.NOW.toEpochMilli() - 1, fresh);

        template.sendBody(ASKED, "");
        template.sendBody(ASKED, "");

        assertThat(alarms()).containsExactly("unacknowledged/" + late);
        assertThat(parcels.store.find(late))
                .isNotNull()
                .satisfies(delivery -> assertThat(delivery.state()).isEqualTo(State.AVAILABLE));
        assertThat(parcels.committer.effects()).isEmpty();
    }

    @Test
    void aFailureComesOutOfTheRouteAndIsNotLoggedByIt() {
        parcels.jdbc.execute("drop table alarm");
        try (Warnings warnings = new Warnings()) {
            assertThatThrownBy(() -> ask(ASKED, "")).isInstanceOf(DataAccessException.class);
            assertThat(warnings.seen()).isEmpty();
        }
    }
}
