package cn.justicehub.hub.health;

import cn.justicehub.hub.commit.Committer;
import cn.justicehub.hub.commit.NotAccepting;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether this replica accepts; if not, why: after a database that went back, or a clock that is off. */
@Component("ledger")
class LedgerHealth implements HealthIndicator {

    private final Committer committer;

    LedgerHealth(Committer committer) {
        this.committer = committer;
    }

    @Override
    public Health health() {
        NotAccepting reason = committer.notAccepting();
        return reason == null
                ? Health.up().withDetail("waiting", committer.waiting()).build()
                : Health.down()
                        .withDetail("reason", reason.getClass().getSimpleName())
                        .withDetail("message", String.valueOf(reason.getMessage()))
                        .build();
    }
}
