package cn.justicehub.hub.edges;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** An operator puts a new index key before the old one: what was open, sent and found before still is. */
class IndexKeyRotationTest {

    private final Act notice = Steps.notice();
    private Path data = Path.of("");

    @BeforeEach
    void place() throws IOException {
        data = Places.newData();
    }

    @AfterEach
    void clear() throws IOException {
        FileSystemUtils.deleteRecursively(data);
    }

    private void newKeyBeforeTheOld() throws IOException {
        Path file = data.resolve("keys/index.key");
        byte[] bytes = new byte[32];
        bytes[0] = 2;
        Files.writeString(file, "index-2 " + Base64.getEncoder().encodeToString(bytes) + "\n" + Files.readString(file));
    }

    @Test
    void what_is_open_is_not_opened_again_after_the_index_key_was_changed() throws Exception {
        Accepted first;
        try (HubUnderTest hub = HubUnderTest.startIn(data, Map.of())) {
            first = Desk.of(hub, SandboxAgency.COURT).does(notice);
        }
        newKeyBeforeTheOld();
        try (HubUnderTest hub = HubUnderTest.startIn(data, Map.of())) {
            Desk court = Desk.of(hub, SandboxAgency.COURT);

            amends(hub, court, first);
            assertThat(court.post(notice, first.body()).statusCode())
                    .as("a repeat")
                    .isEqualTo(200);

            Accepted other = court.does(Steps.notice());
            amends(hub, court, other);
            Receipts.verify(hub, List.of(first, other));
        }
    }

    /** The same case in a message of its own goes into the open exchange. */
    private static void amends(HubUnderTest hub, Desk court, Accepted first) {
        Act act = first.act();
        Act again = Act.opening(act.type(), act.act(), 1, act.actor(), act.payload());
        HttpResponse<String> answer = court.post(again, court.signed(again, court.body(again)));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains(first.exchangeId(), "E-DUP");
        assertThat(hub.bean(JdbcTemplate.class)
                        .queryForList("select exchange_id::text from business_key", String.class))
                .contains(first.exchangeId())
                .doesNotHaveDuplicates();
    }
}
