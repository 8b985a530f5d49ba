package cn.justicehub.verifier;

import cn.justicehub.ledger.log.Difference;
import cn.justicehub.ledger.log.LogVerdict;
import cn.justicehub.ledger.note.Checkpoint;
import cn.justicehub.ledger.text.Spelling;
import java.io.PrintWriter;
import java.time.Duration;

/** What was found in a log, for people. */
final class LogReport {
    private LogReport() {}

    static void print(LogVerdict verdict, boolean trustedKeys, Duration took, PrintWriter out) {
        verdict.heads().forEach(head -> head(head, out));
        out.println("time    " + took.toMillis() + " ms");
        out.println();
        if (!trustedKeys) {
            out.println("The keys are those the log itself shows; --keyring takes them from a source you trust.");
        }
        Difference difference = verdict.difference();
        if (difference == null) {
            out.println("OK: every leaf and every tile is under both heads.  结论：日志核验通过。");
        } else {
            out.println("FAIL  " + difference);
            out.println("NOT OK: the log is not what its heads say.  结论：日志核验不通过，首处差异见上。");
        }
    }

    private static void head(LogVerdict.Head head, PrintWriter out) {
        Checkpoint checkpoint = head.checkpoint();
        out.println("origin  " + checkpoint.origin());
        out.println("size    " + checkpoint.size());
        out.println("root    " + Spelling.base64(checkpoint.root()) + " (" + Spelling.hex(checkpoint.root()) + ")");
        out.println("signed  by " + head.signedBy());
    }
}
