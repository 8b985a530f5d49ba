package cn.justicehub.connectors.sandbox;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;

/** The simulated agencies at work by themselves: court and centre from their inboxes, the law firm at its own address. */
public final class Sandbox implements AutoCloseable {

    private final PullAgent court;
    private final PullAgent centre;
    private final PushAgent firm;

    private Sandbox(PullAgent court, PullAgent centre, PushAgent firm) {
        this.court = court;
        this.centre = centre;
        this.firm = firm;
    }

    /**
     * Starts them; they wait for the hub when it is not up yet.
     *
     * @param hub base address of the hub
     * @param clock what they take the time of sending from
     * @param listener told of every message that one of them dealt with; called from their threads
     */
    public static Sandbox start(SandboxHome home, URI hub, Clock clock, Consumer<Handled> listener) throws IOException {
        PushAgent firm = PushAgent.automatic(
                home.firmAddress(),
                home.firmSecret(),
                home.client(SandboxAgency.FIRM, hub, clock),
                new SimulatedFirm(),
                listener);
        PullAgent court = new PullAgent(home.client(SandboxAgency.COURT, hub, clock), new SimulatedCourt());
        PullAgent centre = new PullAgent(home.client(SandboxAgency.CENTRE, hub, clock), new SimulatedCentre());
        court.start(listener);
        centre.start(listener);
        return new Sandbox(court, centre, firm);
    }

    @Override
    public void close() {
        firm.close();
        court.close();
        centre.close();
    }
}
