package cn.justicehub.hub.cli;

import cn.justicehub.hub.demo.Demo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hub demo}: a fresh hub, the flagship exchanges played over HTTP, every receipt verified. */
@Command(
        name = "demo",
        description = "Plays the flagship exchanges on a fresh hub in a temporary folder and verifies every receipt.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--keep",
            paramLabel = "FOLDER",
            description = "Leave receipts, bodies and keyring there, for the verifier.")
    private @Nullable Path keep;

    /** Exits by itself: 0, or 1 when anything was not as it must be. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        return new Demo(System.out, keep).run();
    }
}
