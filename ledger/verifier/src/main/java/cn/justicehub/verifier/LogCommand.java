package cn.justicehub.verifier;

import cn.justicehub.ledger.log.LogVerdict;
import cn.justicehub.ledger.log.LogVerifier;
import cn.justicehub.ledger.receipt.Keyring;
import cn.justicehub.ledger.receipt.KeyringFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifier log}: is the published log, leaf by leaf and tile by tile, what its signed heads say? */
@Command(
        name = "log",
        description = "Reads a whole published log and checks every leaf, every tile and both heads.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LogCommand implements Callable<Integer> {
    private static final int LARGEST_KEYRING = 1024 * 1024;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "URL-or-folder",
            description = "The log, where its file 'checkpoint' is: http(s)://HOST/log/GENERATION, or a folder laid out"
                    + " in the same way. http(s)://HOST/log is the generation in use.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String log;

    @Option(
            names = "--keyring",
            paramLabel = "FILE",
            description = "Trusted keys, JSON lines {vkey, origin, fromSize, toSize}. Without it, the keyring that lies"
                    + " beside the log: then the log agrees with itself, and no more is said.")
    private @Nullable Path keyring;

    @Override
    public Integer call() throws IOException, KeyringFault {
        long start = System.nanoTime();
        LogPlace place = place();
        Keyring keys = Keyring.parse(keyring == null ? beside(place) : Files.readAllBytes(keyring));
        LogVerdict verdict = LogVerifier.verify(place, keys);
        PrintWriter out = spec.commandLine().getOut();
        LogReport.print(verdict, keyring != null, Duration.ofNanos(System.nanoTime() - start), out);
        out.flush();
        return verdict.ok() ? Main.OK : Main.DIFFERS;
    }

    private LogPlace place() throws IOException {
        return log.regionMatches(true, 0, "http:", 0, 5) || log.regionMatches(true, 0, "https:", 0, 6)
                ? HttpLog.open(log)
                : FolderLog.open(Path.of(log));
    }

    private static byte[] beside(LogPlace place) throws IOException {
        byte[] bytes = place.keyring(LARGEST_KEYRING);
        if (bytes == null || bytes.length > LARGEST_KEYRING) {
            throw new IOException("no keyring beside the log; give one with --keyring");
        }
        return bytes;
    }
}
