package cn.justicehub.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hub run}: the same as {@code hub}. */
@Command(
        name = "run",
        description = "Runs the hub (the default). Without its own keys it says what is missing and ends.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Mixin
    private final HubOptions options = new HubOptions();

    @Override
    public Integer call() {
        return HubRun.start(options);
    }
}
