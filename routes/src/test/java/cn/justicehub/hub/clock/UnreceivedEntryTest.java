package cn.justicehub.hub.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.commit.DeliveryState.State;
import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.GroupView;
import cn.justicehub.hub.commit.Prepared;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.ledger.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether something has not arrived is decided under the lock, by the delivery and the clock as they stand then. */
class UnreceivedEntryTest {

    private static final UUID ID = new UUID(7, 7);
    private static final long ALARM = 500;
    private static final ClockState CLOCK = new ClockState(
            ID,
            "answer-offer",
            1,
            "firm-01",
            1,
            0,
            null,
            null,
            ALARM,
            null,
            null,
            false,
            null,
            null,
            null,
            List.of(),
            null,
            ClockState.Ladder.NONE);
    private static final ExchangeState EXCHANGE =
            new ExchangeState(ID, "defence-notice", "", "OFFERED", Set.of(), Map.of(), Map.of(), 0, 0, false, 3, 1, 3);

    private static DeliveryState delivery(Mode mode, State state) {
        return new DeliveryState(
                "1-0-firm-01", 1, ID, "firm-01", mode, state, 0, 2, 2, 0, "CONNECT", 10L, 20L, null, null, 0);
    }

    private record View(ClockState clock, @Nullable DeliveryState found) implements GroupView {

        @Override
        public ExchangeState exchange(UUID exchangeId) {
            return EXCHANGE;
        }

        @Override
        public List<ClockState> clocks(UUID exchangeId) {
            return List.of(clock);
        }

        @Override
        public @Nullable DeliveryState delivery(String deliveryId) {
            return found;
        }

        @Override
        public @Nullable Open openWith(String type, byte[] businessKey) {
            return null;
        }

        @Override
        public int definitions() {
            return 0;
        }
    }

    private static Effect decide(@Nullable DeliveryState found, GroupView view, long at) {
        return new UnreceivedEntry(prepared(), CLOCK, found, NonReceipt.of(found)).decide(view, new EntryId(1, 9), at);
    }

    private static Prepared prepared() {
        return new RecordPreparation(new IndexKey("index-1", new byte[32]))
                .prepare(
                        RecordDraft.ofHub(
                                RecordDraft.Kind.HUB_ACT,
                                "defence-notice",
                                "",
                                "not-received",
                                ID,
                                UUID.randomUUID(),
                                "hub",
                                JsonObject.builder().build()),
                        new ExchangeKey(ID, new byte[16], "master-1", new byte[0]),
                        false);
    }

    private static void assertRefused(DeliveryState found, View view, long at) {
        assertThatThrownBy(() -> decide(found, view, at))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(409));
    }

    @Test
    void whatWaitsToBeSentAgainIsRecordedOnceWithAnAlarm() {
        DeliveryState queued = delivery(Mode.PUSH, State.QUEUED);

        Effect effect = decide(queued, new View(CLOCK, queued), ALARM);

        assertThat(effect.clocks())
                .singleElement()
                .satisfies(clock -> assertThat(clock.notReceivedAt()).isEqualTo(ALARM));
        assertThat(effect.alarm()).isNotNull().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo("NOT_RECEIVED");
            assertThat(alarm.agency()).isEqualTo("firm-01");
            assertThat(alarm.reason()).isEqualTo("CONNECT");
        });
        assertRefused(queued, new View(CLOCK.notReceived(ALARM), queued), ALARM);
    }

    @Test
    void whatIsBeingSentMayHaveArrived() {
        DeliveryState queued = delivery(Mode.PUSH, State.QUEUED);

        assertRefused(queued, new View(CLOCK, delivery(Mode.PUSH, State.LEASED)), ALARM);
        assertRefused(queued, new View(CLOCK, delivery(Mode.PUSH, State.DELIVERED)), ALARM);
    }

    @Test
    void nothingBeforeTheAlarmNorOfAClockThatStopped() {
        DeliveryState queued = delivery(Mode.PUSH, State.QUEUED);

        assertRefused(queued, new View(CLOCK, queued), ALARM - 1);
        assertRefused(queued, new View(CLOCK.stopped(400), queued), ALARM);
        assertRefused(queued, new View(CLOCK.paused(400), queued), ALARM);
    }

    @Test
    void whatNobodyFetchesIsSaidUnderItsOwnName() {
        DeliveryState waiting = delivery(Mode.PULL, State.AVAILABLE);

        Effect effect = decide(waiting, new View(CLOCK, waiting), ALARM);

        assertThat(effect.alarm())
                .isNotNull()
                .satisfies(alarm -> assertThat(alarm.kind()).isEqualTo("NOT_FETCHED"));
    }
}
