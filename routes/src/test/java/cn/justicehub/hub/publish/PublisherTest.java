package cn.justicehub.hub.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.LogStanding;
import cn.justicehub.hub.commit.NotAccepting;
import cn.justicehub.hub.commit.Standings;
import cn.justicehub.hub.database.SharedDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** When a committed head may be shown to everybody. */
class PublisherTest {

    private static final PublishedHeads.Published HEAD = new PublishedHeads.Published(1, 3, "note", "twin");

    private final DataSource source = SharedDatabase.fresh();
    private final List<PublishedHeads.Published> published = new ArrayList<>();

    private void publish(LogStanding standing) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        PublishedHeads heads = new PublishedHeads(jdbc) {
            @Override
            Published committed() {
                return HEAD;
            }

            @Override
            void publish(Published head, long at) {
                published.add(head);
            }
        };
        new Publisher(
                        new TransactionTemplate(new DataSourceTransactionManager(source)),
                        heads,
                        new TileTable(jdbc),
                        () -> Instant.EPOCH,
                        standing)
                .publish();
    }

    /** All is well, but this replica has noted only so many leaves. */
    private static LogStanding noted(long leaves) {
        return new LogStanding() {
            @Override
            public @Nullable NotAccepting notAccepting() {
                return null;
            }

            @Override
            public boolean noted(EntryId entry) {
                return entry.generation() == 1 && entry.index() < leaves;
            }
        };
    }

    @Test
    void aHeadThatIsNotedIsPublished() {
        publish(noted(3));

        assertThat(published).containsExactly(HEAD);
    }

    @Test
    void aHeadThatIsNotNotedWaits() {
        publish(noted(2));

        assertThat(published).isEmpty();
    }

    @Test
    void nothingIsPublishedOfADatabaseThatWentBack() {
        publish(Standings.WENT_BACK);

        assertThat(published).isEmpty();
    }
}
