package cn.justicehub.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.commit.DeliveryState.State;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.testing.Routes;
import org.apache.camel.RoutesBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AcknowledgeRouteTest extends RouteTest {

    private final Parcels parcels = new Parcels();

    @Override
    protected RoutesBuilder route() {
        return new AcknowledgeRoute(new Acknowledgements(parcels.store, parcels.records(), parcels.clock));
    }

    private @Nullable Object acknowledge(String agency, String deliveryId) {
        return ask(Acknowledgement.ROUTE, new Acknowledgement(Routes.caller(agency, Caller.READ), deliveryId));
    }

    private Refusal refused(String agency, String deliveryId) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> acknowledge(agency, deliveryId));
        assertThat(parcels.committer.effects()).isEmpty();
        return refusal;
    }

    @Test
    void aFetchedDeliveryIsRecordedOnceHoweverOftenItIsAcknowledged() {
        String id = parcels.add(0, FakeCatalogue.CENTRE, Mode.PULL, State.AVAILABLE);

        assertThat(acknowledge(FakeCatalogue.CENTRE, id)).isEqualTo(State.DELIVERED);
        assertThat(acknowledge(FakeCatalogue.CENTRE, id)).isEqualTo(State.DELIVERED);

        assertThat(parcels.committer.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.delivery()).isNotNull().satisfies(delivery -> {
                assertThat(delivery.deliveryId()).isEqualTo(id);
                assertThat(delivery.state()).isEqualTo(State.DELIVERED);
            });
            assertThat(effect.alarm()).isNotNull().satisfies(alarm -> {
                assertThat(alarm.alarmId()).isEqualTo("unacknowledged/" + id);
                assertThat(alarm.reason()).isNull();
            });
        });
    }

    @Test
    void anothersDeliveryIsNotThere() {
        String id = parcels.add(0, FakeCatalogue.CENTRE, Mode.PULL, State.AVAILABLE);

        assertThat(refused(FakeCatalogue.POLICE, id).status()).isEqualTo(404);
        assertThat(refused(FakeCatalogue.CENTRE, "1-7-" + FakeCatalogue.CENTRE).status())
                .isEqualTo(404);
    }

    @Test
    void aPushedDeliveryIsNotAcknowledged() {
        String id = parcels.add(0, FakeCatalogue.FIRM, Mode.PUSH, State.QUEUED);

        assertThat(refused(FakeCatalogue.FIRM, id).status()).isEqualTo(409);
    }
}
