package cn.justicehub.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.connectors.agency.Limits;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.testing.FakeCatalogue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What one agency may have in work: the fake catalogue's agencies have the default limits. */
class InFlightTest {

    private final InFlight inFlight = new InFlight(new FakeCatalogue());

    /** Does the work inside so many dry runs of an agency. */
    private String within(int dryRuns, String agency, Supplier<String> work) {
        return dryRuns == 0 ? work.get() : inFlight.dryRun(agency, () -> within(dryRuns - 1, agency, work));
    }

    @Test
    void dry_runs_of_one_agency_are_limited_by_its_folder() {
        int most = Limits.DEFAULT.inFlight();

        assertThat(within(most, FakeCatalogue.POLICE, () -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> within(most + 1, FakeCatalogue.POLICE, () -> "done"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(429);
                    assertThat(refusal.retryAfter()).isPositive();
                });
        assertThat(within(most, FakeCatalogue.POLICE, () -> "again")).isEqualTo("again");
    }

    @Test
    void dry_runs_hold_up_neither_other_agencies_nor_messages() {
        String answer = within(
                Limits.DEFAULT.inFlight(),
                FakeCatalogue.POLICE,
                () -> inFlight.dryRun(FakeCatalogue.FIRM, () -> inFlight.within(FakeCatalogue.POLICE, () -> "done")));

        assertThat(answer).isEqualTo("done");
    }
}
