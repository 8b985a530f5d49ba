package cn.justicehub.hub.edges;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.loading.BuiltInTypes;
import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** An exchange that was opened under version 1 ends under version 1 while version 2 is active. */
class NewVersionTest {

    private static final String REPLY = "reply: { exchange: EX-02, by: centre, to: notifier, from: ACCEPTED,";

    @TempDir
    private Path exchanges;

    @Test
    void an_exchange_keeps_the_version_it_was_opened_under() throws Exception {
        Path data = Places.newData();
        try {
            List<Accepted> accepted = new ArrayList<>();
            try (HubUnderTest hub = HubUnderTest.startIn(data, Map.of())) {
                accepted.add(Desk.of(hub, SandboxAgency.COURT).does(Steps.notice()));
                String exchange = accepted.get(0).exchangeId();
                Desk centre = Desk.of(hub, SandboxAgency.CENTRE);
                accepted.add(centre.does(Steps.PLAIN.validate(exchange)));
                accepted.add(centre.does(Steps.PLAIN.assign(exchange)));
            }
            writeVersionTwo();
            try (HubUnderTest hub =
                    HubUnderTest.startIn(data, Map.of("hub.definitions.exchanges", exchanges.toString()))) {
                assertThat(Objects.requireNonNull(hub.bean(Catalogue.class).active(Steps.TYPE))
                                .version())
                        .isEqualTo(2);
                ends(hub, accepted);
                Receipts.verify(hub, accepted);
            }
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static void ends(HubUnderTest hub, List<Accepted> accepted) {
        Desk court = Desk.of(hub, SandboxAgency.COURT);
        Desk centre = Desk.of(hub, SandboxAgency.CENTRE);
        Desk firm = Desk.of(hub, SandboxAgency.FIRM);
        String exchange = accepted.get(0).exchangeId();
        var early = Steps.PLAIN.reply(exchange);
        assertThat(centre.post(early, centre.signed(early, centre.body(early))).statusCode())
                .as("only version 2 lets the centre reply before a lawyer accepted")
                .isBetween(400, 499);
        accepted.add(centre.does(Steps.PLAIN.offer(exchange)));
        accepted.add(firm.does(Steps.PLAIN.accept(exchange)));
        accepted.add(centre.does(Steps.PLAIN.reply(exchange)));
        accepted.add(court.does(Steps.PLAIN.register(exchange)));
        accepted.add(firm.does(Steps.PLAIN.close(exchange)));
        assertThat(court.get("/v1/exchanges/" + Steps.TYPE + "/" + exchange).body())
                .contains("\"CLOSED\"");
        var old = Steps.notice();
        assertThat(court.post(old, court.signed(old, court.body(old))).statusCode())
                .as("nothing is opened under version 1 any more")
                .isBetween(400, 499);
    }

    private void writeVersionTwo() throws IOException {
        for (Map.Entry<String, byte[]> file :
                BuiltInTypes.content(Steps.TYPE).toMap().entrySet()) {
            Path path = exchanges.resolve(Steps.TYPE).resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, file.getKey().equals("type.yaml") ? versionTwo(file.getValue()) : file.getValue());
        }
    }

    private static byte[] versionTwo(byte[] definition) {
        String text = new String(definition, StandardCharsets.UTF_8);
        assertThat(text).contains("version: 1").contains(REPLY);
        return text.replace("version: 1", "version: 2")
                .replace(REPLY, REPLY.replace("ACCEPTED", "[ACCEPTED, ASSIGNING]"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
