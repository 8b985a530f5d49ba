package cn.justicehub.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.commit.DeliveryState.State;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.testing.Warnings;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class UnreachableRouteTest extends RouteTest {

    private static final String ASKED = "direct:unreachable";

    private final Parcels parcels = new Parcels();

    @Override
    protected RoutesBuilder route() {
        return new UnreachableRoute(new Unreachable(parcels.jdbc, parcels.catalogue, parcels.records(), parcels.clock));
    }

    @BeforeEach
    void ask() throws Exception {
        askedAt(context, "unreachable", ASKED);
    }

    @Test
    void theFirstOfALaneThatLeadsNowhereIsParkedWithEvidence() {
        parcels.add(0, FakeCatalogue.FIRM, Mode.PUSH, State.QUEUED);
        parcels.add(1, "closed-01", Mode.PUSH, State.DELIVERED);
        String first = parcels.add(2, "closed-01", Mode.PUSH, State.QUEUED);
        parcels.add(3, "closed-01", Mode.PUSH, State.QUEUED);
        String fetches = parcels.add(4, FakeCatalogue.CENTRE, Mode.PUSH, State.LEASED);

        template.sendBody(ASKED, "");

        assertThat(parcels.committer.effects())
                .extracting(effect -> effect.delivery() == null
                        ? ""
                        : effect.delivery().deliveryId() + " "
                                + effect.delivery().state() + " "
                                + effect.delivery().reason())
                .containsExactly(first + " PARKED NO_CHANNEL", fetches + " PARKED NO_CHANNEL");
        assertThat(parcels.committer.effects())
                .extracting(
                        effect -> effect.alarm() == null ? "" : effect.alarm().kind())
                .containsOnly("DELIVERY_PARKED");
    }

    @Test
    void nothingIsParkedWhileEverybodyIsThere() {
        parcels.add(0, FakeCatalogue.FIRM, Mode.PUSH, State.QUEUED);

        template.sendBody(ASKED, "");

        assertThat(parcels.committer.effects()).isEmpty();
    }

    @Test
    void aFailureComesOutOfTheRouteAndIsNotLoggedByIt() {
        parcels.jdbc.execute("drop table delivery");
        try (Warnings warnings = new Warnings()) {
            assertThatThrownBy(() -> ask(ASKED, "")).isInstanceOf(DataAccessException.class);
            assertThat(warnings.seen()).isEmpty();
        }
    }
}
