package cn.justicehub.hub.cli;

import picocli.CommandLine;

/** Entry point of the packaged program. */
public final class Main {

    private Main() {}

    /** Ends the process only when a command failed: a hub that was started lives on. */
    public static void main(String... arguments) {
        int status = new CommandLine(new HubCommand()).execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }
}
