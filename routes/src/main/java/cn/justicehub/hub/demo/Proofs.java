package cn.justicehub.hub.demo;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.ledger.receipt.Check;
import cn.justicehub.ledger.receipt.Keyring;
import cn.justicehub.ledger.receipt.KeyringFault;
import cn.justicehub.ledger.receipt.Options;
import cn.justicehub.ledger.receipt.ReceiptVerifier;
import cn.justicehub.ledger.receipt.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Verifies receipts from bytes alone, as an auditor without a network would. */
final class Proofs {

    private Proofs() {}

    /** How many receipts do not verify; says which, and what differs. */
    static int failures(byte[] keyring, List<Accepted> accepted, Told told) throws KeyringFault {
        Keyring keys = Keyring.parse(keyring);
        int failed = 0;
        for (Accepted one : accepted) {
            Verdict verdict = ReceiptVerifier.verify(one.receipt(), one.body(), keys, Options.both());
            if (!verdict.ok()) {
                failed++;
                verdict.failures().forEach(check -> told.line("FAILED " + one.entryId() + ": " + describe(check)));
            }
        }
        return failed;
    }

    private static String describe(Check check) {
        return check.name() + " " + check;
    }

    /** Keeps everything that is needed to verify again: {@code keyring.jsonl}, and a receipt and a body for each message. */
    static void keep(Path folder, byte[] keyring, List<Accepted> accepted) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("keyring.jsonl"), keyring);
        for (Accepted one : accepted) {
            Files.write(folder.resolve(one.entryId() + ".receipt.json"), one.receipt());
            Files.write(folder.resolve(one.entryId() + ".body.json"), one.body());
        }
    }
}
