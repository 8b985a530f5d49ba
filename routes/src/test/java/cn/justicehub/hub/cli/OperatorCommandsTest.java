package cn.justicehub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.testing.HubUnderTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** What an operator types, against a running hub. */
class OperatorCommandsTest {

    private final HubUnderTest hub = HubUnderTest.shared();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(SandboxAgency client, String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--hub", hub.uri("").toString(), "--client", client.code(), "--credentials"));
        arguments.add(hub.bean(SandboxHome.class).credentialsFile().toString());
        return new CommandLine(new HubCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void nothingParkedIsAnEmptyTable() {
        assertThat(run(SandboxAgency.BUREAU, "parked", "list", "--reason", "NO_SUCH_REASON"))
                .isZero();
        assertThat(out.toString()).startsWith("投递编号").hasLineCount(1);
        assertThat(run(SandboxAgency.BUREAU, "parked", "list", "--json")).isZero();
        String json = out.toString().substring(out.toString().indexOf('{'));
        assertThat(JsonMapper.shared().readTree(json).required("items").isArray())
                .isTrue();
    }

    @Test
    void theDeliveriesOfAnOperationAreATableWithWhatBecameOfEach() {
        UUID operation = UUID.randomUUID();
        JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
        jdbc.update(
                "insert into bulk_operation (operation_id, decision, agency, actor, message_id, request_sealed,"
                        + " needs_approval, state, asked_at) values (?, 'RETRY', 'x', 'o-1', ?, '', false, 'FINISHED', 0)",
                operation,
                UUID.randomUUID());
        try {
            jdbc.update(
                    "insert into bulk_item (operation_id, delivery_id, outcome, reason)"
                            + " values (?, '1-1-a', 'DONE', null), (?, '1-2-b', 'FAILED', 'UNREADABLE')",
                    operation,
                    operation);

            assertThat(run(SandboxAgency.BUREAU, "parked", "show", operation.toString(), "--deliveries"))
                    .as(err.toString())
                    .isZero();
            assertThat(out.toString().lines())
                    .containsExactly("投递编号  结果      原因", "1-1-a     已办", "1-2-b     未予办理  UNREADABLE");
        } finally {
            jdbc.update("delete from bulk_operation where operation_id = ?", operation);
        }
    }

    @Test
    void whatIsRefusedIsToldInChineseWithEveryReason() {
        assertThat(run(SandboxAgency.BUREAU, "parked", "retry", "9-9-nobody", "--person", "o-1", "--because", "已修复"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("枢纽未予受理（422）", "E-NOTFOUND", "没有此投递");
        assertThat(run(SandboxAgency.COURT, "parked", "list")).isEqualTo(1);
        assertThat(err.toString()).contains("（403）", "E-AUTH");
        assertThat(run(
                        SandboxAgency.COURT,
                        "exchange",
                        "show",
                        "defence-notice",
                        UUID.randomUUID().toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("（404）");
        String unknown = UUID.randomUUID().toString();
        assertThat(run(SandboxAgency.BUREAU, "parked", "show", unknown)).isEqualTo(1);
        assertThat(run(SandboxAgency.BUREAU, "parked", "show", unknown, "--deliveries"))
                .isEqualTo(1);
        assertThat(run(SandboxAgency.BUREAU, "definitions", "activate", "--person", "o-1", "--because", "新增机构"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("没有需要启用的变更");
    }

    @Test
    void theFoldersInForceHoldNothingNew() {
        assertThat(run(SandboxAgency.BUREAU, "definitions", "check")).isZero();
        assertThat(out.toString()).contains("现行定义第", "没有变更");
    }

    @Test
    void wrongUsageChangesNothing() {
        assertThat(run(SandboxAgency.BUREAU, "parked", "give-up", "--person", "o-1", "--because", "x"))
                .isEqualTo(2);
        assertThat(run(SandboxAgency.BUREAU, "parked", "give-up", "a-1", "--all", "--person", "o", "--because", "x"))
                .isEqualTo(2);
        assertThat(run(SandboxAgency.BUREAU, "parked", "retry", "a-1", "--person", "o-1"))
                .isEqualTo(2);
        assertThat(run(SandboxAgency.BUREAU, "parked")).isEqualTo(2);
        String id = UUID.randomUUID().toString();
        assertThat(run(SandboxAgency.BUREAU, "parked", "show", id, "--cursor", "x"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--all", "--because");
    }

    @Test
    void aSecretIsNeededAndAHubThatIsThere() {
        CommandLine command = new CommandLine(new HubCommand()).setErr(new PrintWriter(err, true));
        assertThat(command.execute("parked", "list", "--client", "x", "--credentials", folder + "/none"))
                .isEqualTo(2);
        String file = hub.bean(SandboxHome.class).credentialsFile().toString();
        assertThat(command.execute(
                        "parked",
                        "list",
                        "--hub",
                        "http://127.0.0.1:9",
                        "--client",
                        SandboxAgency.BUREAU.code(),
                        "--credentials",
                        file))
                .isEqualTo(3);
        assertThat(err.toString()).contains("cannot read", "无法连接枢纽");
    }

    @Test
    void columnsAreAsWideAsChineseNeeds() {
        assertThat(Table.width("原因")).isEqualTo(4);
        Table.print(new PrintWriter(out, true), List.of("原因", "b"), List.of(List.of("HTTP_422", "x")));
        assertThat(out.toString().lines()).containsExactly("原因      b", "HTTP_422  x");
    }
}
