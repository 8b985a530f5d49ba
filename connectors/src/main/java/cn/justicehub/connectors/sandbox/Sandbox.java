package cn.justicehub.connectors.sandbox;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The simulated agencies at work by themselves: each from its inbox, the law firm at its own address. */
public final class Sandbox implements AutoCloseable {

    /** Those that fetch. Who has no part in any exchange type yet reads its inbox, and finds it empty. */
    private static final Map<SandboxAgency, Script> SCRIPTS = Map.of(
            SandboxAgency.COURT, SimulatedNotifier.COURT,
            SandboxAgency.PROCURATORATE, SimulatedNotifier.PROCURATORATE,
            SandboxAgency.POLICE, SimulatedNotifier.POLICE,
            SandboxAgency.CENTRE, new SimulatedCentre(),
            SandboxAgency.NOTARY, Script.SILENT,
            SandboxAgency.CIVIL_AFFAIRS, Script.SILENT,
            SandboxAgency.HUMAN_RESOURCES, Script.SILENT,
            SandboxAgency.MEDIATION, Script.SILENT);

    private final List<PullAgent> fetching;
    private final PushAgent firm;

    private Sandbox(List<PullAgent> fetching, PushAgent firm) {
        this.fetching = List.copyOf(fetching);
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
        List<PullAgent> fetching = SCRIPTS.entrySet().stream()
                .map(one -> new PullAgent(home.client(one.getKey(), hub, clock), one.getValue()))
                .toList();
        fetching.forEach(agent -> agent.start(listener));
        return new Sandbox(fetching, firm);
    }

    @Override
    public void close() {
        firm.close();
        fetching.forEach(PullAgent::close);
    }
}
