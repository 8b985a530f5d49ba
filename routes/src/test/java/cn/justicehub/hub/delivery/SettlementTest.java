package cn.justicehub.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.push.PushOutcome;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.commit.DeliveryState.State;
import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.testing.Defaults;
import cn.justicehub.hub.testing.FakeCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an attempt leads to, in time and too late. */
class SettlementTest {

    private static final String FIRM = FakeCatalogue.FIRM;
    private static final long NOW = Parcels.NOW.toEpochMilli();
    private static final Duration LONG_AFTER = Duration.ofDays(1);

    private final Parcels parcels = new Parcels();
    private final DeliverySettings settings = Defaults.of("hub.delivery", DeliverySettings.class);
    private final AgencyChannels channels = new AgencyChannels(
            parcels.jdbc,
            new TransactionTemplate(
                    new DataSourceTransactionManager(Objects.requireNonNull(parcels.jdbc.getDataSource()))),
            settings);
    private final Settlement settlement = new Settlement(parcels.store, channels, parcels.records(), () -> Parcels.NOW);

    private String deliveryId = "";

    @BeforeEach
    void add() {
        deliveryId = parcels.add(1, FIRM, Mode.PUSH, State.QUEUED);
    }

    static List<PushOutcome> faults() {
        return List.of(new PushOutcome.MessageFault("HTTP_422"), new PushOutcome.AgencyFault("HTTP_500", null));
    }

    /** The next attempt, taken to be sent. */
    private Dispatch.Load attempt(long realNow) {
        DeliveryStore.Order order = parcels.store.lease(realNow).get(0);
        DeliveryState taken = Objects.requireNonNull(parcels.store.take(order, Duration.ZERO, realNow, NOW));
        return new Dispatch.Load(
                order, taken, parcels.catalogue.agencies().byCode(FIRM).orElseThrow());
    }

    private void settle(Dispatch.Load load, PushOutcome outcome) {
        settlement.settle(new Dispatch.Carried(load, outcome, NOW));
    }

    private Map<String, Object> row() {
        return parcels.jdbc.queryForMap("select * from delivery where delivery_id = ?", deliveryId);
    }

    private void assertNothingHappened(Map<String, Object> before) {
        assertThat(row()).isEqualTo(before);
        assertThat(parcels.committer.effects()).isEmpty();
        assertThat(channels.answers(FIRM)).isTrue();
        assertThat(parcels.jdbc.queryForList("select * from alarm")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultLearntWhenAnotherAttemptHasTakenThePlaceChangesNothing(PushOutcome fault) {
        Dispatch.Load late = attempt(NOW);
        Dispatch.Load second = attempt(NOW + LONG_AFTER.toMillis());
        Map<String, Object> before = row();

        settle(late, fault);

        assertThat(second.order().attempt()).isEqualTo(late.order().attempt() + 1);
        assertThat(parcels.store.holds(late.order())).isFalse();
        assertThat(parcels.store.holds(second.order())).isTrue();
        assertNothingHappened(before);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultLearntWhenTheDeliveryHasEndedChangesNothing(PushOutcome fault) {
        Dispatch.Load late = attempt(NOW);
        parcels.jdbc.update("update delivery set state = 'DELIVERED' where delivery_id = ?", deliveryId);
        Map<String, Object> before = row();

        settle(late, fault);

        assertNothingHappened(before);
    }

    @Test
    void aLateFaultDoesNotSayThatAPausedAgencyAnswers() {
        Dispatch.Load late = attempt(NOW);
        settle(attempt(NOW + LONG_AFTER.toMillis()), new PushOutcome.AgencyFault("HTTP_500", null));
        Map<String, Object> before = row();

        settle(late, new PushOutcome.MessageFault("HTTP_422"));

        assertThat(row()).isEqualTo(before);
        assertThat(channels.answers(FIRM)).isFalse();
    }

    @Test
    void aFaultOfTheAgencyPausesItAndTheDeliveryWaits() {
        settle(attempt(NOW), new PushOutcome.AgencyFault("HTTP_500", null));

        assertThat(row()).containsEntry("state", "QUEUED").containsEntry("reason", "HTTP_500");
        assertThat(channels.answers(FIRM)).isFalse();
        assertThat(parcels.committer.effects()).isEmpty();
    }

    @Test
    void aFaultOfTheMessageParksIt() {
        settle(attempt(NOW), new PushOutcome.MessageFault("HTTP_422"));

        assertThat(parcels.committer.effects())
                .extracting(Effect::delivery)
                .singleElement()
                .satisfies(delivery ->
                        assertThat(Objects.requireNonNull(delivery).state()).isEqualTo(State.PARKED));
    }

    @Test
    void aReminderThatItsReceiverDoesNotTakeIsGivenUpAndKeepsNothingBack() {
        Dispatch.Load load = attempt(NOW);
        parcels.jdbc.update(
                "insert into message (entry, exchange_id, kind, act, sender, message_id, accepted_at, warnings, receivers,"
                        + " nonce_sealed, body_sealed, receipt_sealed)"
                        + " values (?, ?, 'hub-act', 'clock-step', 'hub', ?, 0, '{}', '{}', '', '', '')",
                load.delivery().entry(),
                Parcels.EXCHANGE,
                UUID.randomUUID());

        settle(load, new PushOutcome.MessageFault("HTTP_422"));

        assertThat(parcels.committer.effects()).singleElement().satisfies(effect -> {
            assertThat(Objects.requireNonNull(effect.delivery()).state()).isEqualTo(State.GIVEN_UP);
            assertThat(effect.alarm()).isNull();
        });
    }

    @Test
    void aSuccessCountsWheneverItIsLearnt() {
        Dispatch.Load late = attempt(NOW);
        attempt(NOW + LONG_AFTER.toMillis());

        settle(late, new PushOutcome.Delivered(200));

        assertThat(parcels.committer.effects())
                .extracting(Effect::delivery)
                .singleElement()
                .satisfies(delivery ->
                        assertThat(Objects.requireNonNull(delivery).state()).isEqualTo(State.DELIVERED));
    }
}
