package cn.justicehub.hub.cli;

import java.io.PrintWriter;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code hub definitions}: the folders of a running hub, checked and brought in force. */
@Command(
        name = "definitions",
        description = "Exchange types and agencies of a running hub, as its folders have them.",
        footer = {"", "Exit codes: 0 done, 1 the hub refused, 2 wrong usage, 3 the hub cannot be reached."},
        mixinStandardHelpOptions = true,
        subcommands = {DefinitionsCommand.Check.class, DefinitionsCommand.Activate.class})
final class DefinitionsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return spec.exitCodeOnInvalidInput();
    }

    /** {@code hub definitions check}. */
    @Command(
            name = "check",
            description = "Says what the folders would change and everything that is wrong with them.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        @Mixin
        private final HubApi api = new HubApi();

        @Override
        public Integer call() {
            return api.answer(hub -> hub.get("/v1/definitions"), DefinitionsCommand::print);
        }
    }

    /** {@code hub definitions activate}. */
    @Command(
            name = "activate",
            description = "Brings the folders in force, on all replicas, whole or not at all.",
            mixinStandardHelpOptions = true)
    static final class Activate implements Callable<Integer> {

        @Mixin
        private final HubApi api = new HubApi();

        @Option(
                names = "--person",
                required = true,
                paramLabel = "ID",
                description = "Pseudonym of the person who decides.")
        private String person = "";

        @Option(names = "--because", required = true, paramLabel = "TEXT", description = "Why; names no citizen.")
        private String because = "";

        @Option(
                names = "--message-id",
                paramLabel = "UUID",
                description = "Names the request, so that repeating it is safe. Default: a fresh one.")
        private UUID messageId = UUID.randomUUID();

        @Override
        public Integer call() {
            JsonMapper json = JsonMapper.shared();
            ObjectNode body = json.createObjectNode().put("messageId", messageId.toString());
            body.putObject("actor").put("id", person).put("role", "operator");
            body.put("reason", because);
            return api.answer(
                    hub -> hub.post("/v1/definitions/activate", json.writeValueAsBytes(body)),
                    DefinitionsCommand::print,
                    messageId);
        }
    }

    private static void print(JsonNode report, PrintWriter out) {
        out.println("现行定义第" + report.path("revision").asString("") + "版");
        report.path("changes").forEach(change -> out.println("  变更 " + change.asString("")));
        report.path("faults").forEach(fault -> out.println("  错误 " + fault.asString("")));
        if (report.path("changes").isEmpty() && report.path("faults").isEmpty()) {
            out.println("  没有变更");
        }
    }
}
