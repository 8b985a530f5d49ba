package cn.justicehub.hub.demo;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.Handled;
import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.PullAgent;
import cn.justicehub.connectors.sandbox.PushAgent;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCentre;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import cn.justicehub.connectors.sandbox.SimulatedFirm;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The agencies of the demonstration, each an ordinary client of the hub, moved step by step. */
final class Stage implements AutoCloseable {

    private static final String TYPE = "defence-notice";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 50;

    private final DemoClock clock;
    private final Told told;
    private final AgencyClient court;
    private final AgencyClient firmClient;
    private final PullAgent courtAgent;
    private final PullAgent centre;
    private final PushAgent firm;
    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<String, JsonNode> lastClocks = new HashMap<>();

    Stage(SandboxHome home, URI hub, DemoClock clock, Told told) throws IOException {
        this.clock = clock;
        this.told = told;
        this.court = home.client(SandboxAgency.COURT, hub, clock);
        this.firmClient = home.client(SandboxAgency.FIRM, hub, clock);
        this.courtAgent = new PullAgent(court, new SimulatedCourt());
        this.centre = new PullAgent(home.client(SandboxAgency.CENTRE, hub, clock), new SimulatedCentre());
        this.firm = PushAgent.stepwise(home.firmAddress(), home.firmSecret(), firmClient, new SimulatedFirm());
    }

    /** The court sends a notice. */
    String notice(Act notice) throws IOException, HubRefused, InterruptedException {
        Accepted sent = court.post(notice);
        note("court", sent);
        tell(sent.exchangeId());
        return sent.exchangeId();
    }

    void centreActs() throws IOException, HubRefused, InterruptedException {
        for (Handled handled : centre.step(PATIENCE)) {
            note("legal-aid", handled);
        }
    }

    void courtActs() throws IOException, HubRefused, InterruptedException {
        for (Handled handled : courtAgent.step(PATIENCE)) {
            note("court", handled);
        }
    }

    /** The firm deals with what was pushed to it, until it has answered an offer. */
    void firmActs() throws IOException, HubRefused, InterruptedException {
        Handled handled;
        do {
            handled = firm.step(PATIENCE);
            if (handled == null) {
                throw new IOException("nothing was pushed to the law firm");
            }
            note("law firm", handled);
        } while (handled.answers().isEmpty());
    }

    /** The firm closes a case, and so the exchange. */
    void firmCloses(String exchangeId, LocalDate closedAt) throws IOException, HubRefused, InterruptedException {
        String assignmentNo = accepted.stream()
                .filter(one ->
                        one.exchangeId().equals(exchangeId) && one.act().act().equals("accept"))
                .map(one -> one.act().payload().path("assignmentNo").asString(""))
                .findFirst()
                .orElseThrow();
        note("law firm", firmClient.post(SimulatedFirm.closing(exchangeId, assignmentNo, "CONVICTED", closedAt)));
        tell(exchangeId);
    }

    /** Says where an exchange stands, and its clocks when they have changed since they were last said. */
    private void tell(String exchangeId) throws IOException, HubRefused, InterruptedException {
        JsonNode exchange = exchange(exchangeId);
        told.state(exchange);
        JsonNode clocks = exchange.path("clocks");
        if (!clocks.equals(lastClocks.put(exchangeId, clocks))) {
            told.clocks(exchange);
        }
    }

    /** Waits until the hub has done what time makes it do. */
    JsonNode until(String exchangeId, String what, Predicate<JsonNode> condition)
            throws IOException, HubRefused, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode exchange = exchange(exchangeId);
        while (!condition.test(exchange)) {
            if (System.nanoTime() > end) {
                throw new IOException("the hub did not come to: " + what);
            }
            Thread.sleep(LOOK_MILLIS);
            exchange = exchange(exchangeId);
        }
        return exchange;
    }

    /** The exchange as the court sees it. */
    JsonNode exchange(String exchangeId) throws IOException, HubRefused, InterruptedException {
        return JsonMapper.shared().readTree(court.get("/v1/exchanges/" + TYPE + "/" + exchangeId));
    }

    byte[] keyring() throws IOException, HubRefused, InterruptedException {
        return court.get("/log/keyring");
    }

    List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    private void note(String who, Handled handled) throws IOException, HubRefused, InterruptedException {
        for (HubRefused refusal : handled.refusals()) {
            throw new IOException(who + " was refused: " + refusal.getMessage());
        }
        handled.answers().forEach(answer -> note(who, answer));
        if (!handled.answers().isEmpty()) {
            tell(handled.message().exchangeId());
        }
    }

    private void note(String who, Accepted one) {
        accepted.add(one);
        told.act(clock.now(), who, one.act().act(), one.entryId());
    }

    @Override
    public void close() {
        firm.close();
    }
}
