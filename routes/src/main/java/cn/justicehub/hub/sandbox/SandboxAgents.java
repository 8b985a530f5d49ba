package cn.justicehub.hub.sandbox;

import cn.justicehub.connectors.sandbox.Handled;
import cn.justicehub.connectors.sandbox.PullAgent;
import cn.justicehub.connectors.sandbox.PushAgent;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCentre;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import cn.justicehub.connectors.sandbox.SimulatedFirm;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulated agencies, acting by themselves. */
public final class SandboxAgents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxAgents.class);

    private final PullAgent court;
    private final PullAgent centre;
    private final PushAgent firm;

    private SandboxAgents(PullAgent court, PullAgent centre, PushAgent firm) {
        this.court = court;
        this.centre = centre;
        this.firm = firm;
    }

    /**
     * Starts them.
     *
     * @param hub base address of the hub
     * @param clock what their times of sending are taken from
     */
    public static SandboxAgents start(SandboxHome home, URI hub, Clock clock) throws IOException {
        PushAgent firm = PushAgent.automatic(
                home.firmAddress(),
                home.firmSecret(),
                home.client(SandboxAgency.FIRM, hub, clock),
                new SimulatedFirm(),
                SandboxAgents::tell);
        PullAgent centre = new PullAgent(home.client(SandboxAgency.CENTRE, hub, clock), new SimulatedCentre());
        PullAgent court = new PullAgent(home.client(SandboxAgency.COURT, hub, clock), new SimulatedCourt());
        centre.start(SandboxAgents::tell);
        court.start(SandboxAgents::tell);
        return new SandboxAgents(court, centre, firm);
    }

    private static void tell(Handled handled) {
        handled.answers()
                .forEach(answer -> LOG.info(
                        "{} of exchange {} answered with {}",
                        handled.message().act(),
                        answer.exchangeId(),
                        answer.act().act()));
        handled.refusals()
                .forEach(refusal -> LOG.warn(
                        "an answer to {} was refused: {}", handled.message().act(), refusal.getMessage()));
    }

    @Override
    public void close() {
        court.close();
        centre.close();
        firm.close();
    }
}
