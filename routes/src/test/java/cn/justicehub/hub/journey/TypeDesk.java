package cn.justicehub.hub.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.justicehub.api.loading.BuiltInTypes;
import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.Actor;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.testing.HubUnderTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Agencies that send what a type's own examples say, with what a test changes in them; keeps every receipt. */
final class TypeDesk {

    private static final Actor PERSON = new Actor("person-01", "handler");

    private final HubUnderTest hub;
    private final String type;
    private final List<Accepted> accepted = new CopyOnWriteArrayList<>();

    TypeDesk(HubUnderTest hub, String type) {
        this.hub = hub;
        this.type = type;
    }

    /** An agency's client that says at once what the hub answers. */
    AgencyClient client(SandboxAgency agency) {
        SandboxHome home = hub.bean(SandboxHome.class);
        return new AgencyClient(
                hub.uri(""), home.credentials(agency), home.identity(agency), Clock.systemUTC(), Duration.ofMillis(1));
    }

    List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    /** The payload of an example that the type accepts. */
    ObjectNode example(String name) {
        byte[] bytes =
                Objects.requireNonNull(BuiltInTypes.content(type).bytes("examples/accept/" + name + ".json"), name);
        return (ObjectNode)
                JsonMapper.shared().readTree(new String(bytes, UTF_8)).required("payload");
    }

    /** Opens an exchange; its id. */
    String opens(SandboxAgency agency, String act, Consumer<ObjectNode> change) throws Exception {
        ObjectNode payload = example(act);
        change.accept(payload);
        return sent(agency, Act.opening(type, act, 1, PERSON, payload)).exchangeId();
    }

    Accepted does(SandboxAgency agency, String act, String exchange) throws Exception {
        return does(agency, act, exchange, payload -> {});
    }

    Accepted does(SandboxAgency agency, String act, String exchange, Consumer<ObjectNode> change) throws Exception {
        return does(agency, act, act, exchange, change);
    }

    /** @param example the example of the act that is sent */
    Accepted does(SandboxAgency agency, String act, String example, String exchange, Consumer<ObjectNode> change)
            throws Exception {
        return sent(agency, later(act, example, exchange, change));
    }

    /** What the hub says to an act that it refuses: nothing has changed then. */
    HubRefused refused(SandboxAgency agency, String act, String exchange, Consumer<ObjectNode> change) {
        return refused(agency, later(act, act, exchange, change));
    }

    HubRefused refused(SandboxAgency agency, Act act) {
        long before = records();
        HubRefused refusal =
                catchThrowableOfType(HubRefused.class, () -> client(agency).post(act));
        assertThat(refusal).as(act.act() + " is refused").isNotNull();
        assertThat(records()).isEqualTo(before);
        return refusal;
    }

    Act opening(String act, Consumer<ObjectNode> change) {
        ObjectNode payload = example(act);
        change.accept(payload);
        return Act.opening(type, act, 1, PERSON, payload);
    }

    private Act later(String act, String example, String exchange, Consumer<ObjectNode> change) {
        ObjectNode payload = example(example);
        change.accept(payload);
        return Act.later(type, act, exchange, 1, PERSON, payload);
    }

    private Accepted sent(SandboxAgency agency, Act act) throws Exception {
        Accepted one = client(agency).post(act);
        accepted.add(one);
        return one;
    }

    private long records() {
        return Objects.requireNonNull(hub.bean(JdbcTemplate.class).queryForObject("select size from head", Long.class));
    }

    /** How many records of an act there are. */
    long records(String act) {
        return Objects.requireNonNull(hub.bean(JdbcTemplate.class)
                .queryForObject("select count(*) from message where act = ?", Long.class, act));
    }

    /** The exchange as an agency sees it. */
    JsonNode shown(SandboxAgency agency, String exchange) throws Exception {
        return JsonMapper.shared()
                .readTree(new String(client(agency).get("/v1/exchanges/" + type + "/" + exchange), UTF_8));
    }

    String state(SandboxAgency agency, String exchange) throws Exception {
        return shown(agency, exchange).required("state").stringValue();
    }

    /** The last clock of a name. */
    JsonNode clock(SandboxAgency agency, String exchange, String name) throws Exception {
        return shown(agency, exchange)
                .required("clocks")
                .valueStream()
                .filter(one -> one.required("name").stringValue().equals(name))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    String due(SandboxAgency agency, String exchange, String clock) throws Exception {
        return clock(agency, exchange, clock).required("dueDate").stringValue();
    }

    /** What waits for an agency in an exchange, acknowledged. */
    List<Inbound> fetched(SandboxAgency agency, String exchange) throws Exception {
        List<Inbound> found = new ArrayList<>();
        AgencyClient client = client(agency);
        for (Inbound one : client.inbox(Duration.ZERO)) {
            if (exchange.equals(one.exchangeId())) {
                found.add(one);
                client.ack(one.deliveryId());
            }
        }
        return found;
    }
}
