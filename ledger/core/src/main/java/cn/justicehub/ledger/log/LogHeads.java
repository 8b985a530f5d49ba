package cn.justicehub.ledger.log;

import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.Checkpoint;
import cn.justicehub.ledger.note.NoteFault;
import cn.justicehub.ledger.note.SignedNote;
import cn.justicehub.ledger.receipt.HeadSignature;
import cn.justicehub.ledger.receipt.Keyring;
import cn.justicehub.ledger.receipt.LogOrigin;
import java.io.IOException;
import java.util.List;

/** Both heads of a log: each signed by a trusted key, of one size and one origin. */
final class LogHeads {
    /** A log that grows may publish between our two looks; it does so about once a second. */
    private static final int LOOKS = 5;

    private final LogSource source;
    private final Keyring keyring;

    LogHeads(LogSource source, Keyring keyring) {
        this.source = source;
        this.keyring = keyring;
    }

    List<LogVerdict.Head> read() throws IOException, LogFault {
        Note main = main();
        Note twin = twin();
        for (int look = 1; look < LOOKS && main.head.size() != twin.head.size(); look++) {
            main = main();
            twin = twin();
        }
        LogVerdict.Head first = signed(main);
        LogVerdict.Head second = signed(twin);
        if (main.head.size() != twin.head.size()) {
            throw fault(twin, "it ends at " + twin.head.size() + " leaves, not " + main.head.size());
        }
        if (!twin.head.origin().equals(main.head.origin() + "/sm3")) {
            throw fault(twin, "its origin is " + twin.head.origin() + ", not " + main.head.origin() + "/sm3");
        }
        return List.of(first, second);
    }

    /** Without this one there is no log to speak of. */
    private Note main() throws IOException {
        try {
            return note(TreeHash.SHA256);
        } catch (LogFault fault) {
            throw new IOException("no log: " + fault.getMessage(), fault);
        }
    }

    private Note twin() throws IOException, LogFault {
        return note(TreeHash.SM3);
    }

    private Note note(TreeHash hash) throws IOException, LogFault {
        TreeFiles files = new TreeFiles(source, hash);
        try {
            SignedNote note = SignedNote.parse(files.checkpoint());
            return new Note(hash, note, Checkpoint.parse(note.text()));
        } catch (NoteFault fault) {
            throw new LogFault(files.checkpointPath(), null, String.valueOf(fault.getMessage()));
        }
    }

    private LogVerdict.Head signed(Note note) throws LogFault {
        try {
            if (LogOrigin.parse(note.head.origin(), note.hash).isEmpty()) {
                throw fault(note, "its origin is not that of such a tree: " + note.head.origin());
            }
            return new LogVerdict.Head(note.head, HeadSignature.require(keyring, note.hash, note.note, note.head));
        } catch (NoteFault fault) {
            throw fault(note, String.valueOf(fault.getMessage()));
        }
    }

    private static LogFault fault(Note note, String problem) {
        return new LogFault(TreeFiles.prefix(note.hash) + "checkpoint", null, problem);
    }

    private record Note(TreeHash hash, SignedNote note, Checkpoint head) {}
}
