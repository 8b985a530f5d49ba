package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.Requests;
import cn.justicehub.ledger.merkle.CompactRange;
import cn.justicehub.ledger.merkle.TreeGrowth;
import cn.justicehub.ledger.merkle.TreeHash;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** A database that is behind, or beside, what was committed before: nothing is accepted or signed on top of it. */
class WentBackTest {

    private final List<Accepted> receipts = new ArrayList<>();
    private Path root = Path.of("");
    private Path data = Path.of("");

    @BeforeEach
    void makeData() throws Exception {
        root = HubProcess.newData();
        data = root.resolve("data");
    }

    @AfterEach
    void clean() throws Exception {
        FileSystemUtils.deleteRecursively(root);
    }

    @Test
    void restoredDatabaseIsRefusedAndTheNewerOneTakenAgain() throws Exception {
        accept(2);
        Path older = root.resolve("older");
        DataCopies.copy(data.resolve("postgres"), older);
        accept(3);

        Path newer = root.resolve("newer");
        Files.move(data.resolve("postgres"), newer);
        DataCopies.copy(older, data.resolve("postgres"));
        try (HubUnderTest hub = HubUnderTest.startIn(data, Map.of())) {
            await("health, before anybody sends")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> health(hub).statusCode() == 503);
            refuses(hub, "went back in time");
            reads(hub);
        }

        FileSystemUtils.deleteRecursively(data.resolve("postgres"));
        Files.move(newer, data.resolve("postgres"));
        accept(1);
    }

    @Test
    void historyOfAnotherHubIsRefusedThoughItIsLonger() throws Exception {
        accept(1);
        Path twin = root.resolve("twin");
        DataCopies.copy(data, twin);
        accept(1);
        try (HubUnderTest hub = HubUnderTest.startIn(twin, Map.of())) {
            Cases cases = new Cases(hub.bean(SandboxHome.class), hub.uri(""));
            for (int i = 0; i < 4; i++) {
                cases.notice();
            }
        }

        FileSystemUtils.deleteRecursively(data.resolve("postgres"));
        Files.move(twin.resolve("postgres"), data.resolve("postgres"));
        try (HubUnderTest hub = HubUnderTest.startIn(data, Map.of())) {
            refuses(hub, "does not continue");
        }
    }

    @Test
    void editedHeadIsRefusedUntilItIsMended() throws Exception {
        try (HubUnderTest hub = HubUnderTest.startIn(data, Map.of())) {
            acceptAt(hub, 2);
            JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
            Map<String, Object> good = jdbc.queryForMap("select size, edge_sha256, edge_sm3 from head");
            byte[] edge = ((byte[]) Objects.requireNonNull(good.get("edge_sha256"))).clone();
            edge[edge.length - 1] ^= 1;

            jdbc.update("update head set edge_sha256 = ?", (Object) edge);
            refuses(hub, "does not continue");

            write(jdbc, good);
            acceptAt(hub, 1);
            Map<String, Object> longer = withForgedLeaf(jdbc);
            refuses(hub, "does not continue");
            jdbc.update("delete from leaf where idx = (select max(idx) from leaf)");
            write(jdbc, longer);
            acceptAt(hub, 1);
            assertThat(health(hub).statusCode()).isEqualTo(200);
            new LogCheck(hub).isWhole();
            Receipts.verify(hub, receipts);
        }
    }

    /** Makes the head one larger without a fitting history; what the head was before. */
    private static Map<String, Object> withForgedLeaf(JdbcTemplate jdbc) {
        Map<String, Object> good = jdbc.queryForMap("select size, edge_sha256, edge_sm3 from head");
        byte[] forged = "{\"at\":1,\"sha256\":\"\",\"sm3\":\"\",\"v\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] another = "another".getBytes(StandardCharsets.UTF_8);
        jdbc.update(
                "insert into leaf (generation, idx, bytes, sha256, sm3) values (1, ?, ?, ?, ?)",
                good.get("size"),
                forged,
                TreeHash.SHA256.leaf(forged),
                TreeHash.SM3.leaf(forged));
        jdbc.update(
                "update head set size = size + 1, edge_sha256 = ?, edge_sm3 = ?",
                grown(good.get("edge_sha256"), TreeHash.SHA256.leaf(another)),
                grown(good.get("edge_sm3"), TreeHash.SM3.leaf(another)));
        return good;
    }

    private static byte[] grown(@Nullable Object edge, byte[] leaf) {
        TreeGrowth tree = new TreeGrowth(CompactRange.decode((byte[]) Objects.requireNonNull(edge)));
        tree.add(leaf);
        return tree.after().encode();
    }

    private static void write(JdbcTemplate jdbc, Map<String, Object> head) {
        jdbc.update(
                "update head set size = ?, edge_sha256 = ?, edge_sm3 = ?",
                head.get("size"),
                head.get("edge_sha256"),
                head.get("edge_sm3"));
    }

    /** A hub on the data directory accepts some notices, and all receipts so far verify. */
    private void accept(int notices) throws Exception {
        try (HubUnderTest hub = HubUnderTest.startIn(data, Map.of())) {
            acceptAt(hub, notices);
            new LogCheck(hub).isWhole();
            Receipts.verify(hub, receipts);
            assertThat(health(hub).statusCode()).isEqualTo(200);
            await("a published head").atMost(Duration.ofSeconds(20)).until(() -> checkpoint(hub) == 200);
        }
    }

    private static int checkpoint(HubUnderTest hub) {
        return hub.requests().get("/log/1/checkpoint").statusCode();
    }

    private void acceptAt(HubUnderTest hub, int notices) throws Exception {
        Cases cases = new Cases(hub.bean(SandboxHome.class), hub.uri(""));
        for (int i = 0; i < notices; i++) {
            cases.notice();
        }
        receipts.addAll(cases.accepted());
    }

    private static void refuses(HubUnderTest hub, String why) {
        LogCheck log = new LogCheck(hub);
        Map<String, Object> before = log.head();
        Cases cases = new Cases(hub.bean(SandboxHome.class), hub.uri(""));
        HubRefused refused = catchThrowableOfType(HubRefused.class, cases::notice);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(new String(refused.problem(), StandardCharsets.UTF_8))
                .contains(why)
                .contains("已停止受理");
        assertThat(log.head()).as("nothing was signed").isEqualTo(before);
        assertThat(health(hub).statusCode()).isEqualTo(503);
        assertThat(Requests.json(health(hub)).at("/components/ledger/status").stringValue())
                .isEqualTo("DOWN");
    }

    /** What was there at the time of the copy is still read. */
    private void reads(HubUnderTest hub) throws Exception {
        Accepted first = receipts.get(0);
        Cases cases = new Cases(hub.bean(SandboxHome.class), hub.uri(""));
        assertThat(cases.court().receipt(first.entryId())).isEqualTo(first.receipt());
        assertThat(cases.court().exchange("defence-notice", first.exchangeId()).state())
                .isEqualTo("RECEIVED");
        assertThat(cases.court().post(first.act(), first.body()).receipt()).isEqualTo(first.receipt());
        assertThat(cases.centre().inbox(Duration.ZERO)).hasSize(2);
        assertThat(checkpoint(hub)).isEqualTo(200);
    }

    private static HttpResponse<String> health(HubUnderTest hub) {
        return hub.requests().get("/actuator/health");
    }
}
