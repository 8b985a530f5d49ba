package cn.justicehub.hub.cli;

import cn.justicehub.hub.sandbox.SandboxRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hub sandbox}: the hub with everything it needs, and simulated agencies beside it. */
@Command(
        name = "sandbox",
        description = {
            "Runs the hub with embedded database and broker and simulated agencies, on port 8080 of this machine only.",
            "Everything it keeps is in the folder data, unless --set hub.data=FOLDER says otherwise."
        },
        mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {

    @Mixin
    private final HubOptions options = new HubOptions();

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>(options.arguments());
        arguments.add("--hub.mode=sandbox");
        if (arguments.stream().noneMatch(argument -> argument.startsWith("--hub.data="))) {
            arguments.add("--hub.data=data");
        }
        if (arguments.stream().noneMatch(argument -> argument.startsWith("--server.address="))) {
            arguments.add("--server.address=127.0.0.1");
        }
        return SandboxRun.start(arguments, System.out);
    }
}
