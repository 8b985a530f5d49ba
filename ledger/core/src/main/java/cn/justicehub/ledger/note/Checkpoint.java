package cn.justicehub.ledger.note;

import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.text.Spelling;
import java.util.Arrays;

/**
 * A tree head as C2SP tlog-checkpoint text, without extension lines.
 *
 * @param origin names the log, and the hash: the SM3 twin's ends in {@code /sm3}
 * @param size number of leaves
 * @param root 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record Checkpoint(String origin, long size, byte[] root) {

    /** Copies the root. */
    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(unit -> unit < ' ')) {
            throw new IllegalArgumentException("an origin is one non-empty line");
        }
        if (size < 0 || root.length != TreeHash.LENGTH) {
            throw new IllegalArgumentException("no tree head");
        }
        root = root.clone();
    }

    /** A copy of the root. */
    @Override
    public byte[] root() {
        return root.clone();
    }

    /** The note text: origin, size and root, one a line. */
    public String text() {
        return origin + "\n" + size + "\n" + Spelling.base64(root) + "\n";
    }

    /** The checkpoint signed by each of the keys. */
    public SignedNote sign(NoteSigner... signers) {
        return SignedNote.sign(text(), signers);
    }

    /** Reads exactly what {@link #text} writes; extension lines are refused. */
    public static Checkpoint parse(String text) throws NoteFault {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty() || lines[0].isEmpty()) {
            throw new NoteFault("a checkpoint has three lines: origin, size, root");
        }
        NoteText.requireCharacters(text);
        long size = Spelling.decimal(lines[1]);
        byte[] root = Spelling.base64(lines[2]);
        if (size < 0 || root == null || root.length != TreeHash.LENGTH) {
            throw new NoteFault("the checkpoint's size or root is malformed");
        }
        return new Checkpoint(lines[0], size, root);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint head
                && size == head.size
                && origin.equals(head.origin)
                && Arrays.equals(root, head.root);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(root);
    }

    @Override
    public String toString() {
        return "Checkpoint[" + origin + ", " + size + ", " + Spelling.base64(root) + "]";
    }
}
