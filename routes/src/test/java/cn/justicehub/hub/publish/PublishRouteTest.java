package cn.justicehub.hub.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.testing.Warnings;
import java.time.Instant;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class PublishRouteTest extends RouteTest {

    private static final String ASKED = "direct:publish";

    private final Counting publisher = new Counting();

    /** Counts how often it is asked to publish. */
    private static final class Counting extends Publisher {

        private int published;
        private boolean broken;

        Counting() {
            super(
                    new TransactionTemplate(),
                    new PublishedHeads(new JdbcTemplate()),
                    new TileTable(new JdbcTemplate()),
                    () -> Instant.EPOCH,
                    () -> null);
        }

        @Override
        void publish() {
            if (broken) {
                throw Refusal.notFound();
            }
            published++;
        }
    }

    @Override
    protected RoutesBuilder route() {
        return new PublishRoute(publisher);
    }

    @BeforeEach
    void ask() throws Exception {
        askedAt(context, "publish", ASKED);
        publisher.published = 0;
    }

    @Test
    void eachTimePublishesOnce() {
        template.sendBody(ASKED, "");
        template.sendBody(ASKED, "");

        assertThat(publisher.published).isEqualTo(2);
    }

    @Test
    void aFailureComesOutOfTheRouteAndIsNotLoggedByIt() {
        publisher.broken = true;
        try (Warnings warnings = new Warnings()) {
            assertThatThrownBy(() -> ask(ASKED, "")).isInstanceOf(Refusal.class);
            assertThat(warnings.seen()).isEmpty();
        }
    }
}
