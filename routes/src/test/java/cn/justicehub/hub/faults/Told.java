package cn.justicehub.hub.faults;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.AgencyClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the hub shows an agency of a notice. */
record Told(AgencyClient reader, String exchange) {

    private JsonNode shown() throws Exception {
        byte[] answer = reader.get("/v1/exchanges/defence-notice/" + exchange);
        return JsonMapper.shared().readTree(new String(answer, StandardCharsets.UTF_8));
    }

    String state() throws Exception {
        return shown().required("state").stringValue();
    }

    boolean ended() throws Exception {
        return shown().required("ended").booleanValue();
    }

    List<String> flags() throws Exception {
        return shown().required("flags").valueStream().map(JsonNode::asString).toList();
    }

    /** Every clock of this name, in the order of their starts. */
    List<JsonNode> clocks(String name) throws Exception {
        return shown().required("clocks")
                .valueStream()
                .filter(clock -> clock.required("name").stringValue().equals(name))
                .toList();
    }

    JsonNode clock(String name) throws Exception {
        List<JsonNode> all = new ArrayList<>(clocks(name));
        return all.get(all.size() - 1);
    }

    /** The receipt that an act was given, as text. */
    static String receipt(Accepted accepted) {
        return new String(accepted.receipt(), StandardCharsets.UTF_8);
    }
}
