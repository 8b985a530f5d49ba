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
import cn.justicehub.connectors.sandbox.SimulatedNotifier;
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
    void noticesOfCourtPoliceAndProcuratorateLeadToALawyerAndEveryReceiptVerifies() throws Exception {
        try (HubUnderTest hub = HubUnderTest.start(Map.of())) {
            SandboxHome home = hub.bean(SandboxHome.class);
            List<Accepted> accepted = new CopyOnWriteArrayList<>();
            List<Handled> handled = new CopyOnWriteArrayList<>();
            Clock clock = Clock.systemUTC();
            try (Sandbox agents = Sandbox.start(home, hub.uri(""), clock, done -> {
                handled.add(done);
                accepted.addAll(done.answers());
            })) {
                for (SandboxAgency agency :
                        List.of(SandboxAgency.COURT, SandboxAgency.POLICE, SandboxAgency.PROCURATORATE)) {
                    accepted.add(leadsToALawyer(home.client(agency, hub.uri(""), clock), notifier(agency)));
                }
                assertThat(handled).allSatisfy(one -> assertThat(one.refusals()).isEmpty());
                assertThat(accepted)
                        .extracting(one -> one.act().act())
                        .contains("submit", "validate", "assign", "offer", "accept", "reply", "register");
            }
            Receipts.verify(hub, accepted);
        }
    }

    private static SimulatedNotifier notifier(SandboxAgency agency) {
        if (agency.equals(SandboxAgency.POLICE)) {
            return SimulatedNotifier.POLICE;
        }
        return agency.equals(SandboxAgency.PROCURATORATE) ? SimulatedNotifier.PROCURATORATE : SimulatedNotifier.COURT;
    }

    private static Accepted leadsToALawyer(AgencyClient client, SimulatedNotifier notifier) throws Exception {
        Act notice = notifier.notice(1, SimulatedCourt.Defendant.JIA, LocalDate.now(), null);
        Accepted first = client.post(notice);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.exchange(TYPE, first.exchangeId()).state().equals("ACTIVE"));

        assertThat(client.post(notice, first.body()).receipt()).isEqualTo(first.receipt());
        assertThat(client.exchange(TYPE, first.exchangeId()).messages())
                .extracting(ExchangeView.Seen::act)
                .contains("submit", "validate", "reply", "register");
        return first;
    }
}
