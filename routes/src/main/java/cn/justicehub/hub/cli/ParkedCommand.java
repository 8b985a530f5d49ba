package cn.justicehub.hub.cli;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code hub parked}: deliveries that need a person, and what is decided about them. */
@Command(
        name = "parked",
        description = "Deliveries that need a person: list them, have them tried again, give them up.",
        footer = {"", "Exit codes: 0 done, 1 the hub refused, 2 wrong usage, 3 the hub cannot be reached."},
        mixinStandardHelpOptions = true,
        subcommands = {
            ParkedCommand.ListParked.class,
            ParkedCommand.Retry.class,
            ParkedCommand.GiveUp.class,
            ParkedCommand.Show.class,
            ParkedCommand.Operations.class,
            ParkedCommand.Approve.class,
            ParkedCommand.Stop.class
        })
final class ParkedCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OPERATIONS = "/v1/operations";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return spec.exitCodeOnInvalidInput();
    }

    /** Which parked deliveries. */
    static final class Filter {

        @Option(names = "--agency", paramLabel = "CODE", description = "Only those to this agency.")
        private @Nullable String agency;

        @Option(
                names = "--reason",
                paramLabel = "CODE",
                description = "Only those parked for this reason, such as HTTP_422.")
        private @Nullable String reason;

        boolean isEmpty() {
            return agency == null && reason == null;
        }
    }

    /** Who decides, and why. */
    static final class Decision {

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

        ObjectNode body() {
            ObjectNode body = JSON.createObjectNode().put("messageId", messageId.toString());
            body.putObject("actor").put("id", person).put("role", "operator");
            return body.put("reason", because);
        }
    }

    /** {@code hub parked list}. */
    @Command(name = "list", description = "Lists parked deliveries, oldest first.", mixinStandardHelpOptions = true)
    static final class ListParked implements Callable<Integer> {

        @Mixin
        private final HubApi api = new HubApi();

        @Mixin
        private final Filter filter = new Filter();

        @Option(names = "--cursor", paramLabel = "CURSOR", description = "Where the page before ended.")
        private @Nullable String cursor;

        @Override
        public Integer call() {
            String path = "/v1/deliveries?state=PARKED&limit=200" + parameter("agency", filter.agency)
                    + parameter("reason", filter.reason) + parameter("cursor", cursor);
            return api.answer(hub -> hub.get(path), ListParked::print);
        }

        private static void print(JsonNode page, PrintWriter out) {
            List<List<String>> rows = new ArrayList<>();
            page.path("items")
                    .forEach(one -> rows.add(List.of(
                            text(one, "deliveryId"),
                            text(one, "receiver"),
                            text(one, "type") + "/" + text(one, "act"),
                            text(one, "reason"),
                            text(one, "attempt"),
                            text(one, "createdAt"))));
            Table.print(out, List.of("投递编号", "接收机构", "事项", "原因", "次数", "受理时间"), rows);
            more(page, out);
        }
    }

    /** What starts an operation. */
    abstract static class Start implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private final HubApi api = new HubApi();

        @Mixin
        private final Filter filter = new Filter();

        @Mixin
        private final Decision decision = new Decision();

        @Option(names = "--all", description = "Every parked delivery, within --agency and --reason.")
        private boolean all;

        @Parameters(paramLabel = "DELIVERY", arity = "0..*", description = "Ids of deliveries.")
        private List<String> named = List.of();

        private final String word;

        Start(String word) {
            this.word = word;
        }

        @Override
        public Integer call() {
            if (named.isEmpty() != all || (!all && !filter.isEmpty())) {
                throw new ParameterException(
                        spec.commandLine(), "name deliveries, or give --all, with --agency and --reason to narrow it");
            }
            ObjectNode body = decision.body().put("decision", word);
            ObjectNode selection = body.putObject("selection");
            if (!all) {
                ArrayNode ids = selection.putArray("deliveryIds");
                named.forEach(ids::add);
            }
            if (filter.agency != null) {
                selection.put("agency", filter.agency);
            }
            if (filter.reason != null) {
                selection.put("parkedReason", filter.reason);
            }
            return api.answer(
                    hub -> hub.post(OPERATIONS, JSON.writeValueAsBytes(body)),
                    ParkedCommand::print,
                    decision.messageId);
        }
    }

    /** {@code hub parked retry}. */
    @Command(name = "retry", description = "Has parked deliveries tried again.", mixinStandardHelpOptions = true)
    static final class Retry extends Start {

        Retry() {
            super("RETRY");
        }
    }

    /** {@code hub parked give-up}. */
    @Command(
            name = "give-up",
            description = "Ends parked deliveries without success. Many of them wait for a second person.",
            mixinStandardHelpOptions = true)
    static final class GiveUp extends Start {

        GiveUp() {
            super("GIVE_UP");
        }
    }

    /** {@code hub parked show}. */
    @Command(name = "show", description = "Shows how far an operation has got.", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private final HubApi api = new HubApi();

        @Option(names = "--deliveries", description = "Its deliveries, and what became of each.")
        private boolean deliveries;

        @Option(
                names = "--cursor",
                paramLabel = "CURSOR",
                description = "With --deliveries: where the page before ended.")
        private @Nullable String cursor;

        @Parameters(paramLabel = "OPERATION", description = "Its id.")
        private UUID operation = new UUID(0, 0);

        @Override
        public Integer call() {
            String path = OPERATIONS + "/" + operation;
            if (deliveries) {
                return api.answer(
                        hub -> hub.get(path + "/deliveries?limit=200" + parameter("cursor", cursor)),
                        Show::printDeliveries);
            }
            if (cursor != null) {
                throw new ParameterException(spec.commandLine(), "--cursor goes with --deliveries");
            }
            return api.answer(hub -> hub.get(path), ParkedCommand::print);
        }

        private static void printDeliveries(JsonNode page, PrintWriter out) {
            List<List<String>> rows = new ArrayList<>();
            page.path("items")
                    .forEach(one ->
                            rows.add(List.of(text(one, "deliveryId"), text(one, "outcomeZh"), text(one, "reason"))));
            Table.print(out, List.of("投递编号", "结果", "原因"), rows);
            more(page, out);
        }
    }

    /** {@code hub parked operations}. */
    @Command(name = "operations", description = "Lists operations, newest first.", mixinStandardHelpOptions = true)
    static final class Operations implements Callable<Integer> {

        @Mixin
        private final HubApi api = new HubApi();

        @Override
        public Integer call() {
            return api.answer(
                    hub -> hub.get(OPERATIONS),
                    (page, out) -> page.path("items").forEach(operation -> print(operation, out)));
        }
    }

    /** {@code hub parked approve}. */
    @Command(
            name = "approve",
            description = "Approves an operation as the second person.",
            mixinStandardHelpOptions = true)
    static final class Approve implements Callable<Integer> {

        @Mixin
        private final HubApi api = new HubApi();

        @Mixin
        private final Decision decision = new Decision();

        @Option(names = "--total", required = true, paramLabel = "N", description = "How many deliveries are approved.")
        private int total;

        @Parameters(paramLabel = "OPERATION", description = "Its id.")
        private UUID operation = new UUID(0, 0);

        @Override
        public Integer call() {
            ObjectNode body = decision.body().put("total", total);
            return api.answer(
                    hub -> hub.post(OPERATIONS + "/" + operation + "/approve", JSON.writeValueAsBytes(body)),
                    ParkedCommand::print,
                    decision.messageId);
        }
    }

    /** {@code hub parked stop}. */
    @Command(
            name = "stop",
            description = "Stops an operation; what is done stays done.",
            mixinStandardHelpOptions = true)
    static final class Stop implements Callable<Integer> {

        @Mixin
        private final HubApi api = new HubApi();

        @Mixin
        private final Decision decision = new Decision();

        @Parameters(paramLabel = "OPERATION", description = "Its id.")
        private UUID operation = new UUID(0, 0);

        @Override
        public Integer call() {
            return api.answer(
                    hub -> hub.post(OPERATIONS + "/" + operation + "/stop", JSON.writeValueAsBytes(decision.body())),
                    ParkedCommand::print,
                    decision.messageId);
        }
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void more(JsonNode page, PrintWriter out) {
        if (page.has("nextCursor")) {
            out.println("还有更多：--cursor " + text(page, "nextCursor"));
        }
    }

    private static void print(JsonNode operation, PrintWriter out) {
        String word = text(operation, "decision").equals("RETRY") ? "重试" : "终止投递";
        out.println("批量操作 " + text(operation, "operationId") + "（" + word + "）：" + text(operation, "stateZh"));
        out.println("  共" + text(operation, "total") + "项，已办" + text(operation, "done") + "，跳过"
                + text(operation, "skipped") + "，失败" + text(operation, "failed"));
        out.println("  申请人" + text(operation, "askedBy") + "，理由：" + text(operation, "reason"));
        if (operation.has("receiver") || operation.has("parkedReason")) {
            out.println("  范围：" + text(operation, "receiver") + " " + text(operation, "parkedReason"));
        }
        if (operation.has("approvedBy")) {
            out.println("  批准人" + text(operation, "approvedBy"));
        }
        if (operation.has("expiresAt") && text(operation, "state").equals("WAITING_APPROVAL")) {
            out.println("  须由另一人于" + text(operation, "expiresAt") + "前批准");
        }
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }
}
