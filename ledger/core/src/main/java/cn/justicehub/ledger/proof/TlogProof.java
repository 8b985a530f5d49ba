package cn.justicehub.ledger.proof;

import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.Checkpoint;
import cn.justicehub.ledger.note.NoteFault;
import cn.justicehub.ledger.note.SignedNote;
import cn.justicehub.ledger.text.Spelling;
import java.util.ArrayList;
import java.util.List;

/**
 * That a leaf lies in a log, as text: {@code c2sp.org/tlog-proof@v1} under SHA-256, and under SM3 the same form with
 * another first line. The optional {@code extra} line of C2SP is unauthenticated; it is neither written nor accepted.
 *
 * @param hash of the tree
 * @param index of the leaf, counted from 0
 * @param path from the leaf's sibling up to the root's child
 * @param checkpoint the signed head, verbatim
 */
public record TlogProof(TreeHash hash, long index, List<byte[]> path, SignedNote checkpoint) {

    private static final String FIRST_SHA256 = "c2sp.org/tlog-proof@v1";
    private static final String FIRST_SM3 = "justicehub/tlog-proof-sm3@v1";
    private static final String INDEX = "index ";
    private static final int LONGEST_PATH = 63;

    /** Copies the path. */
    public TlogProof {
        if (index < 0 || path.stream().anyMatch(one -> one.length != TreeHash.LENGTH)) {
            throw new IllegalArgumentException("no proof");
        }
        path = copy(path);
    }

    /** Copies of the path's hashes. */
    @Override
    public List<byte[]> path() {
        return copy(path);
    }

    /** The head that the note signs. */
    public Checkpoint head() throws NoteFault {
        return Checkpoint.parse(checkpoint.text());
    }

    /** The proof's text. */
    public String format() {
        StringBuilder text = new StringBuilder(first(hash)).append('\n');
        text.append(INDEX).append(index).append('\n');
        path.forEach(one -> text.append(Spelling.base64(one)).append('\n'));
        return text.append('\n').append(checkpoint.format()).toString();
    }

    /** Reads exactly what {@link #format} writes; which tree it speaks of follows from the first line. */
    public static TlogProof parse(String text) throws TlogProofFault {
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new TlogProofFault("the proof has no checkpoint");
        }
        String[] lines = text.substring(0, blank).split("\n", -1);
        if (lines.length < 2 || lines.length > 2 + LONGEST_PATH || !lines[1].startsWith(INDEX)) {
            throw new TlogProofFault("the proof has not exactly a first line, an index and hashes");
        }
        long index = Spelling.decimal(lines[1].substring(INDEX.length()));
        if (index < 0) {
            throw new TlogProofFault("the index is malformed");
        }
        return new TlogProof(hash(lines[0]), index, path(lines), checkpoint(text.substring(blank + 2)));
    }

    private static TreeHash hash(String first) throws TlogProofFault {
        for (TreeHash hash : TreeHash.values()) {
            if (first.equals(first(hash))) {
                return hash;
            }
        }
        throw new TlogProofFault("the first line names no proof of this ledger");
    }

    private static List<byte[]> path(String[] lines) throws TlogProofFault {
        List<byte[]> path = new ArrayList<>();
        for (int i = 2; i < lines.length; i++) {
            byte[] one = Spelling.base64(lines[i]);
            if (one == null || one.length != TreeHash.LENGTH) {
                throw new TlogProofFault("line " + (i + 1) + " is no hash");
            }
            path.add(one);
        }
        return path;
    }

    private static SignedNote checkpoint(String note) throws TlogProofFault {
        try {
            return SignedNote.parse(note);
        } catch (NoteFault fault) {
            throw new TlogProofFault("the checkpoint is malformed: " + fault.getMessage());
        }
    }

    private static String first(TreeHash hash) {
        return hash == TreeHash.SHA256 ? FIRST_SHA256 : FIRST_SM3;
    }

    private static List<byte[]> copy(List<byte[]> hashes) {
        return hashes.stream().map(byte[]::clone).toList();
    }
}
