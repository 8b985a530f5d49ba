package cn.justicehub.hub.journey;

import static cn.justicehub.connectors.sandbox.SandboxAgency.COURT;
import static cn.justicehub.connectors.sandbox.SandboxAgency.MEDIATION;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.MovingClock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A court hands a dispute to a mediation committee and has it back, with an agreement or without (EX-19, EX-20). */
class MediationReferralTest {

    private static final String TYPE = "mediation-referral";

    /** Friday, 18 September 2026; the Sunday after is a working day. */
    private final MovingClock clock = new MovingClock(Instant.parse("2026-09-18T01:00:00Z"));

    private final HubUnderTest hub = HubUnderTest.start(Map.of(), clock);
    private final TypeDesk desk = new TypeDesk(hub, TYPE);

    @AfterEach
    void check() throws Exception {
        try (hub) {
            Receipts.verify(hub, desk.accepted());
        }
    }

    private String chosen(String track) throws Exception {
        String exchange = desk.opens(COURT, "refer", payload -> payload.put("track", track));
        desk.does(COURT, "consent", exchange);
        desk.does(COURT, "choose", exchange, payload -> payload.put("track", track));
        return exchange;
    }

    @Test
    void aDisputeGoesToTheCommitteeAndComesBackAgreed() throws Exception {
        String exchange = chosen("PRE_FILING");
        assertThat(desk.fetched(MEDIATION, exchange)).extracting(Inbound::act).containsExactly("choose");

        desk.does(MEDIATION, "confirm", exchange);
        desk.does(MEDIATION, "contact", exchange);
        desk.does(MEDIATION, "begin", exchange);
        desk.does(MEDIATION, "agree", exchange);
        assertThat(desk.fetched(COURT, exchange))
                .extracting(Inbound::act)
                .containsExactly("confirm", "contact", "begin", "agree");
        desk.does(COURT, "acknowledge", exchange);

        assertThat(desk.state(MEDIATION, exchange)).isEqualTo("CLOSED");
        assertThat(desk.fetched(MEDIATION, exchange)).extracting(Inbound::act).containsExactly("acknowledge");
    }
}
