package cn.justicehub.hub.benchmark;

import cn.justicehub.ledger.receipt.Keyring;
import cn.justicehub.ledger.receipt.KeyringFault;
import cn.justicehub.ledger.receipt.Options;
import cn.justicehub.ledger.receipt.ReceiptVerifier;
import cn.justicehub.ledger.receipt.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Verifies receipts from bytes alone. */
final class SpotCheck {

    private SpotCheck() {}

    /** How many were verified; at the no-op nothing is given that could be. */
    static int verify(Stand stand) throws IOException {
        String keyring = stand.hub().requests().get("/log/keyring").body();
        Keyring keys = keyring(keyring);
        int verified = 0;
        for (Spot spot : stand.spots()) {
            if (spot.receipt().length > 0) {
                Verdict verdict = ReceiptVerifier.verify(spot.receipt(), spot.body(), keys, Options.both());
                if (!verdict.ok()) {
                    throw new IOException("a receipt does not verify: " + verdict.failures());
                }
                verified++;
            }
        }
        return verified;
    }

    private static Keyring keyring(String text) throws IOException {
        try {
            return Keyring.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (KeyringFault e) {
            throw new IOException("the keyring cannot be read", e);
        }
    }
}
