package cn.justicehub.verifier;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code verifier}: exit code 0 when all holds, 1 when something differs, 2 for bad usage or unreadable input. */
@Command(
        name = "verifier",
        description = "Checks receipts and the published log of the hub, without trust in it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {ReceiptCommand.class, LogCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything holds", "1:something differs", "2:bad usage, or what cannot be read or reached"})
public final class Main implements Runnable {
    static final int OK = 0;
    static final int DIFFERS = 1;
    static final int UNUSABLE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Main() {}

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand");
    }

    /** Runs the program and ends the process. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine command = new CommandLine(new Main());
        command.setOut(out).setErr(err);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println("verifier: " + failure.getMessage());
            return UNUSABLE;
        });
        return command.execute(args);
    }
}
