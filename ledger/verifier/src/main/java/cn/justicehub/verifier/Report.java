package cn.justicehub.verifier;

import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.receipt.Check;
import cn.justicehub.ledger.receipt.Options;
import cn.justicehub.ledger.receipt.Verdict;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A verdict for people, or for programs. */
final class Report {
    private Report() {}

    static void json(Verdict verdict, PrintWriter out) {
        out.println(new String(Jcs.encode(verdict.toJson()), StandardCharsets.UTF_8));
    }

    static void text(Verdict verdict, Options options, boolean withMessage, PrintWriter out) {
        verdict.checks().forEach(check -> line(check, out));
        out.println();
        if (options.hashes().size() == 1) {
            out.println("Only one of the two trees was looked at.");
        } else if (options.hashes().contains(TreeHash.SM3)) {
            out.println(
                    "The SHA-256 half can be checked with public C2SP tools as well; the SM3 half is this program's.");
        }
        if (!withMessage) {
            out.println("Without --message nothing is said about which message this receipt is for.");
        }
        out.println(conclusion(verdict.status()));
    }

    private static void line(Check check, PrintWriter out) {
        out.println(
                (check.ok() ? "ok    " : "FAIL  ") + check.name() + (check.note() == null ? "" : ": " + check.note()));
        if (!check.ok() && (check.expected() != null || check.actual() != null)) {
            out.println("        expected " + (check.expected() == null ? "nothing" : check.expected()));
            out.println("        found    " + (check.actual() == null ? "nothing" : check.actual()));
        }
    }

    private static String conclusion(Verdict.Status status) {
        return switch (status) {
            case OK -> "OK: the receipt holds.  结论：回执核验通过。";
            case NOT_OK -> "NOT OK: the receipt does not hold.  结论：回执核验不通过，差异见上。";
            case UNREADABLE -> "UNREADABLE: this is no receipt.  结论：文件不是回执，无法核验。";
        };
    }
}
