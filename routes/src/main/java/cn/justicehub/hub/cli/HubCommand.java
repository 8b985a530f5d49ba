package cn.justicehub.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/** {@code hub}: without a subcommand, runs the hub. */
@Command(
        name = "hub",
        description = "Runs the Justice Hub.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            SandboxCommand.class,
            DemoCommand.class,
            KeysCommand.class,
            SecretCommand.class,
            ParkedCommand.class,
            ExchangeCommand.class,
            DefinitionsCommand.class,
            CheckCommand.class,
            HelpCommand.class
        })
final class HubCommand implements Callable<Integer> {

    @Mixin
    private final HubOptions options = new HubOptions();

    @Override
    public Integer call() {
        return HubRun.start(options);
    }
}
