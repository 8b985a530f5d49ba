package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.record.Opening;
import cn.justicehub.ledger.record.RecordFault;
import cn.justicehub.ledger.text.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies a receipt from its bytes and a keyring alone: pure, and without trust in the hub. */
public final class ReceiptVerifier {
    private ReceiptVerifier() {}

    /**
     * Verifies a receipt.
     *
     * @param receipt the receipt's bytes as the hub sent them
     * @param message the body's bytes as the sender sent them, or null when only the receipt is at hand
     * @return what was found; bad input never throws
     */
    public static Verdict verify(byte[] receipt, byte @Nullable [] message, Keyring keyring, Options options) {
        Checks checks = new Checks();
        Receipt parsed;
        try {
            parsed = Receipt.parse(receipt);
        } catch (ReceiptFault fault) {
            checks.fail("receipt.form", fault.getMessage());
            return fault.receiptLike() ? checks.verdict() : checks.unreadable();
        }
        form(parsed, receipt, checks);
        opening(parsed, message, options, checks);
        new ProofChecks(parsed, keyring, checks).run(options);
        return checks.verdict();
    }

    private static void form(Receipt receipt, byte[] bytes, Checks checks) {
        if (Arrays.equals(receipt.bytes(), bytes)) {
            checks.pass("receipt.form", null);
        } else {
            checks.fail("receipt.form", "not the bytes that a hub writes: the file was formatted anew or edited");
        }
    }

    private static void opening(Receipt receipt, byte @Nullable [] message, Options options, Checks checks) {
        Opening opening;
        try {
            opening = Opening.parse(receipt.opening());
        } catch (RecordFault fault) {
            checks.fail("opening.form", fault.getMessage());
            return;
        }
        for (TreeHash hash : TreeHash.values()) {
            if (options.wants(hash)) {
                checks.same(
                        "root." + hash.label(),
                        Spelling.hex(receipt.leaf().root(hash)),
                        Spelling.hex(opening.root(hash)),
                        "the opening does not rebuild the leaf's root");
            }
        }
        members(receipt, opening.record(), checks);
        if (message != null) {
            new MessageChecks(opening, options, checks).run(message);
        }
    }

    private static void members(Receipt receipt, JsonObject record, Checks checks) {
        checks.same("member.exchangeId", record.string(Names.EXCHANGE_ID), receipt.exchangeId());
        String acceptedAt = number(record.number(Names.ACCEPTED_AT));
        checks.same("member.acceptedAt", acceptedAt, number(receipt.acceptedAt()));
        checks.same("leaf.at", acceptedAt, number(receipt.leaf().at()));
        checks.same("member.durability", record.string(Names.DURABILITY), receipt.durability());
        Json warnings = record.get(Names.WARNINGS);
        Optional<List<String>> sealed = Names.strings(warnings);
        checks.same(
                "member.warnings",
                sealed.map(List::toString).orElse(null),
                receipt.warnings().toString());
    }

    private static @Nullable String number(@Nullable Long number) {
        return number == null ? null : number.toString();
    }
}
