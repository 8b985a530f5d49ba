package cn.justicehub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.ExchangeView;
import cn.justicehub.connectors.sandbox.Handled;
import cn.justicehub.connectors.sandbox.Sandbox;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import cn.justicehub.hub.testing.HubUnderTest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A court's notice goes in, a lawyer comes back, the case is closed: accepted, delivered, proved. */
class DefenceNoticeJourneyTest {

    private static final String TYPE = "defence-notice";

    @Test
    void noticeLeadsToLawyerAndEveryReceiptVerifies() throws Exception {
        try (HubUnderTest hub = HubUnderTest.start(Map.of())) {
            SandboxHome home = hub.bean(SandboxHome.class);
            List<Accepted> accepted = new CopyOnWriteArrayList<>();
            List<Handled> handled = new CopyOnWriteArrayList<>();
            Clock clock = Clock.systemUTC();
            try (Sandbox agents = Sandbox.start(home, hub.uri(""), clock, done -> {
                handled.add(done);
                accepted.addAll(done.answers());
            })) {
                AgencyClient court = home.client(SandboxAgency.COURT, hub.uri(""), clock);
                Act notice = SimulatedCourt.notice(1, SimulatedCourt.Defendant.JIA, LocalDate.now(), null);
                Accepted first = court.post(notice);
                accepted.add(first);
                await().atMost(Duration.ofSeconds(60))
                        .until(() ->
                                court.exchange(TYPE, first.exchangeId()).state().equals("ACTIVE"));

                assertThat(court.post(notice, first.body()).receipt()).isEqualTo(first.receipt());
                ExchangeView seen = court.exchange(TYPE, first.exchangeId());
                assertThat(seen.messages())
                        .extracting(ExchangeView.Seen::act)
                        .contains("submit", "validate", "reply", "register");
                assertThat(handled).allSatisfy(one -> assertThat(one.refusals()).isEmpty());
                assertThat(accepted)
                        .extracting(one -> one.act().act())
                        .contains("submit", "validate", "assign", "offer", "accept", "reply", "register");
            }
            Receipts.verify(hub, accepted);
        }
    }
}
