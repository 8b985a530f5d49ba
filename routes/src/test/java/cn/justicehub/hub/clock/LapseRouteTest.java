package cn.justicehub.hub.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.MemoryCommitter;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.MasterKey;
import cn.justicehub.hub.engine.ClockKeeper;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Exchanges;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.testing.Warnings;
import cn.justicehub.hub.time.CalendarFiles;
import cn.justicehub.hub.time.StatutoryClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class LapseRouteTest extends RouteTest {

    private static final String ASKED = "direct:lapse";

    private final DueClocks lapses = new DueClocks();

    /** Clocks that a test says are due. */
    private static final class DueClocks extends Lapses {

        private final List<ClockState> due = new ArrayList<>();
        private final List<ClockState> recorded = new ArrayList<>();
        private boolean broken;

        DueClocks() {
            super(
                    new JdbcTemplate(),
                    new ClockRecords(
                            new Exchanges(new JdbcTemplate()),
                            new FakeCatalogue(),
                            new MemoryCommitter(0),
                            new RecordPreparation(new IndexKey("index-1", new byte[32])),
                            new ExchangeKeys(new JdbcTemplate(), new MasterKey("master-1", new byte[16]))),
                    new ClockKeeper(new StatutoryClock(CalendarFiles.builtIn())),
                    () -> Instant.EPOCH);
        }

        @Override
        List<ClockState> due() {
            if (broken) {
                throw Refusal.notFound();
            }
            return due;
        }

        @Override
        CompletableFuture<CommitResult> record(ClockState clock) {
            recorded.add(clock);
            return CompletableFuture.completedFuture(new CommitResult.Repeat(new EntryId(1, 0)));
        }
    }

    private static ClockState clock(String name) {
        return new ClockState(
                new UUID(7, 7),
                name,
                1,
                "centre-01",
                1,
                0,
                null,
                0L,
                0,
                null,
                1L,
                false,
                null,
                null,
                null,
                List.of(),
                null,
                ClockState.Ladder.NONE);
    }

    @Override
    protected RoutesBuilder route() {
        return new LapseRoute(lapses);
    }

    @BeforeEach
    void ask() throws Exception {
        askedAt(context, "lapse", ASKED);
    }

    @Test
    void eachDueClockIsRecordedInOrder() {
        lapses.due.add(clock("assign-and-inform"));
        lapses.due.add(clock("answer-offer"));

        template.sendBody(ASKED, "");

        assertThat(lapses.recorded).containsExactlyElementsOf(lapses.due);
    }

    @Test
    void nothingDueIsNothingRecorded() {
        template.sendBody(ASKED, "");

        assertThat(lapses.recorded).isEmpty();
    }

    @Test
    void aFailureComesOutOfTheRouteAndIsNotLoggedByIt() {
        lapses.broken = true;
        try (Warnings warnings = new Warnings()) {
            assertThatThrownBy(() -> ask(ASKED, "")).isInstanceOf(Refusal.class);
            assertThat(warnings.seen()).isEmpty();
        }
    }
}
