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
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Exchanges;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.testing.Warnings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class UnreceivedRouteTest extends RouteTest {

    private static final String ASKED = "direct:unreceived";

    private final AlarmedClocks unreceived = new AlarmedClocks();

    /** Clocks that a test says are alarmed. */
    private static final class AlarmedClocks extends Unreceived {

        private final List<Missing> missing = new ArrayList<>();
        private final List<Missing> recorded = new ArrayList<>();
        private int cleared;
        private boolean broken;

        AlarmedClocks() {
            super(
                    new JdbcTemplate(),
                    new ClockRecords(
                            new Exchanges(new JdbcTemplate()),
                            new FakeCatalogue(),
                            new MemoryCommitter(0),
                            new RecordPreparation(new IndexKey("index-1", new byte[32])),
                            new ExchangeKeys(new JdbcTemplate(), new MasterKey("master-1", new byte[16]))),
                    () -> Instant.EPOCH);
        }

        @Override
        void clear() {
            cleared++;
        }

        @Override
        List<Missing> find() {
            if (broken) {
                throw Refusal.notFound();
            }
            return missing;
        }

        @Override
        CompletableFuture<CommitResult> record(Missing one) {
            recorded.add(one);
            return CompletableFuture.completedFuture(new CommitResult.Repeat(new EntryId(1, 0)));
        }
    }

    private static Unreceived.Missing missing(String name) {
        ClockState clock = new ClockState(
                new UUID(7, 7),
                name,
                1,
                "firm-01",
                1,
                0,
                null,
                null,
                0,
                null,
                null,
                false,
                null,
                null,
                null,
                List.of(),
                null,
                ClockState.Ladder.NONE);
        return new Unreceived.Missing(clock, "1-7-firm-01");
    }

    @Override
    protected RoutesBuilder route() {
        return new UnreceivedRoute(unreceived);
    }

    @BeforeEach
    void ask() throws Exception {
        askedAt(context, "unreceived", ASKED);
    }

    @Test
    void eachOneFoundIsRecordedInOrderAfterOldAlarmsAreCleared() {
        unreceived.missing.add(missing("answer-offer"));
        unreceived.missing.add(missing("assign-and-inform"));

        template.sendBody(ASKED, "");

        assertThat(unreceived.cleared).isEqualTo(1);
        assertThat(unreceived.recorded).containsExactlyElementsOf(unreceived.missing);
    }

    @Test
    void nothingMissingIsNothingRecorded() {
        template.sendBody(ASKED, "");

        assertThat(unreceived.recorded).isEmpty();
    }

    @Test
    void aFailureComesOutOfTheRouteAndIsNotLoggedByIt() {
        unreceived.broken = true;
        try (Warnings warnings = new Warnings()) {
            assertThatThrownBy(() -> ask(ASKED, "")).isInstanceOf(Refusal.class);
            assertThat(warnings.seen()).isEmpty();
        }
    }
}
