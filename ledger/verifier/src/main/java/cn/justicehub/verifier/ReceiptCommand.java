package cn.justicehub.verifier;

import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.receipt.Keyring;
import cn.justicehub.ledger.receipt.KeyringFault;
import cn.justicehub.ledger.receipt.Options;
import cn.justicehub.ledger.receipt.ReceiptVerifier;
import cn.justicehub.ledger.receipt.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifier receipt}: is this a receipt of the hub, and is it one for this message? */
@Command(
        name = "receipt",
        description = "Checks a receipt and, with --message, that it is one for this message.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ReceiptCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The receipt as the hub sent it.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path receipt;

    @Option(names = "--message", paramLabel = "BODY", description = "The body as it was sent, byte for byte.")
    private @Nullable Path message;

    @Option(
            names = "--keyring",
            paramLabel = "FILE",
            required = true,
            description =
                    "Trusted keys, JSON lines {vkey, origin, fromSize, toSize}. Take them from a source you trust.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path keyring;

    @Option(
            names = "--only",
            paramLabel = "HASH",
            description = "Look at one tree alone: ${COMPLETION-CANDIDATES}. Both must hold otherwise.")
    private @Nullable TreeHash only;

    @Option(names = "--json", description = "Print the verdict as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, KeyringFault {
        byte[] receiptBytes = read(receipt);
        byte @Nullable [] messageBytes = message == null ? null : read(message);
        Keyring keys = Keyring.parse(read(keyring));
        Options options = only == null ? Options.both() : Options.only(only);
        Verdict verdict = ReceiptVerifier.verify(receiptBytes, messageBytes, keys, options);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Report.json(verdict, out);
        } else {
            Report.text(verdict, options, messageBytes != null, out);
        }
        out.flush();
        return switch (verdict.status()) {
            case OK -> Main.OK;
            case NOT_OK -> Main.DIFFERS;
            case UNREADABLE -> Main.UNUSABLE;
        };
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new IOException("cannot read " + file, failure);
        }
    }
}
