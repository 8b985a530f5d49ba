package cn.justicehub.hub.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code hub exchange}: exchanges, as a party or an auditor sees them. */
@Command(
        name = "exchange",
        description = "Looks at exchanges, as one of their parties or as an auditor.",
        footer = {"", "Exit codes: 0 shown, 1 the hub refused, 2 wrong usage, 3 the hub cannot be reached."},
        mixinStandardHelpOptions = true,
        subcommands = ExchangeCommand.Show.class)
final class ExchangeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return spec.exitCodeOnInvalidInput();
    }

    /** {@code hub exchange show}. */
    @Command(
            name = "show",
            description = "Shows an exchange: state, clocks, messages.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Mixin
        private final HubApi api = new HubApi();

        @Parameters(index = "0", paramLabel = "TYPE", description = "Its type, such as defence-notice.")
        private String type = "";

        @Parameters(index = "1", paramLabel = "EXCHANGE", description = "Its id.")
        private UUID exchange = new UUID(0, 0);

        @Override
        public Integer call() {
            return api.answer(hub -> hub.get("/v1/exchanges/" + type + "/" + exchange), Show::print);
        }

        private static void print(JsonNode exchange, PrintWriter out) {
            out.println("事项 " + text(exchange, "exchangeId") + "（" + text(exchange, "type") + " 第"
                    + text(exchange, "version") + "版）");
            out.println(
                    "状态 " + text(exchange, "stateZh") + (exchange.path("ended").booleanValue(false) ? "（已办结）" : ""));
            exchange.path("parties")
                    .properties()
                    .forEach(party -> out.println(
                            "  " + party.getKey() + "：" + party.getValue().asString("")));
            exchange.path("flags").forEach(flag -> out.println("标识 " + flag.asString("")));
            List<List<String>> clocks = new ArrayList<>();
            exchange.path("clocks")
                    .forEach(clock -> clocks.add(List.of(
                            text(clock, "titleZh"),
                            text(clock, "owes"),
                            clock.has("dueDate") ? text(clock, "dueDate") : text(clock, "dueAt"),
                            standing(clock),
                            text(clock, "article"))));
            Table.print(out, List.of("时限", "义务方", "届满", "现状", "依据"), clocks);
            List<List<String>> messages = new ArrayList<>();
            exchange.path("messages")
                    .forEach(message -> messages.add(List.of(
                            text(message, "entryId"),
                            text(message, "actZh"),
                            text(message, "sender"),
                            text(message, "acceptedAt"))));
            Table.print(out, List.of("编号", "动作", "发送方", "受理时间"), messages);
        }

        private static String standing(JsonNode clock) {
            if (clock.has("lapsedAt")) {
                return clock.has("stoppedAt") ? "逾期后停止" : "已逾期";
            }
            if (clock.has("stoppedAt")) {
                return "已停止";
            }
            return clock.has("pausedAt") ? "已暂停" : clock.has("dueAt") || clock.has("dueDate") ? "计算中" : "未送达";
        }

        private static String text(JsonNode node, String member) {
            return node.path(member).asString("");
        }
    }
}
