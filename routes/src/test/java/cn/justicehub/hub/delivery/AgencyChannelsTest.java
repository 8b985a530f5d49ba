package cn.justicehub.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.database.SharedDatabase;
import cn.justicehub.hub.testing.Defaults;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What several consumers learn of one agency at the same time. */
class AgencyChannelsTest {

    private static final String AGENCY = "firm-01";
    private static final int ROUNDS = 60;

    private final DataSource source = SharedDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(source);
    private final AgencyChannels channels = new AgencyChannels(
            jdbc,
            new TransactionTemplate(new DataSourceTransactionManager(source)),
            Defaults.of("hub.delivery", DeliverySettings.class));

    private boolean alarmStands() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select count(*) > 0 from alarm where agency = ? and cleared_at is null", Boolean.class, AGENCY));
    }

    @Test
    void aFaultRaisesOneAlarmAndAnAnswerEndsIt() {
        channels.fault(AGENCY, "HTTP_500", null, 1, 1);
        channels.fault(AGENCY, "HTTP_503", null, 2, 2);

        assertThat(alarmStands()).isTrue();
        assertThat(channels.answers(AGENCY)).isFalse();

        channels.well(AGENCY, 3);

        assertThat(alarmStands()).isFalse();
        assertThat(channels.answers(AGENCY)).isTrue();
    }

    @RepeatedTest(3)
    void theAlarmStandsExactlyWhileTheAgencyFailsWhateverComesTogether() throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);
        ExecutorService consumers = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                long now = round;
                Callable<Void> fault = () -> {
                    together.await();
                    channels.fault(AGENCY, "HTTP_500", null, now, now);
                    return null;
                };
                Callable<Void> well = () -> {
                    together.await();
                    channels.well(AGENCY, now);
                    return null;
                };
                for (Future<Void> done : consumers.invokeAll(List.of(fault, well, well))) {
                    done.get();
                }
                assertThat(alarmStands()).as("round %d", round).isEqualTo(!channels.answers(AGENCY));
            }
        } finally {
            consumers.shutdownNow();
        }
    }
}
