package cn.justicehub.ledger.note;

import cn.justicehub.ledger.text.Spelling;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A C2SP signed note.
 *
 * @param text ends in a newline; the blank line after it does not belong to it
 * @param signatures at least one, in the order of their lines
 */
public record SignedNote(String text, List<Signature> signatures) {

    private static final int MOST_SIGNATURES = 100;
    private static final String DASH = "\u2014 ";

    /** Copies the list. */
    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || signatures.isEmpty()) {
            throw new IllegalArgumentException("a note has lines and signatures");
        }
    }

    /** Signs a text that ends in a newline with each of the keys. */
    public static SignedNote sign(String text, NoteSigner... signers) {
        List<Signature> signatures = new ArrayList<>();
        for (NoteSigner signer : signers) {
            signatures.add(new Signature(signer.name(), signer.keyId(), signer.sign(text)));
        }
        return new SignedNote(text, signatures);
    }

    /** Reads a note; its signatures are not yet verified. */
    public static SignedNote parse(byte[] bytes) throws NoteFault {
        return parse(NoteText.decode(bytes));
    }

    /** Reads a note; its signatures are not yet verified. */
    public static SignedNote parse(String note) throws NoteFault {
        NoteText.requireCharacters(note);
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
            throw new NoteFault("the note has no text, blank line and signatures");
        }
        String[] lines = note.substring(blank + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new NoteFault("the note has more than " + MOST_SIGNATURES + " signatures");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(signature(line));
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    private static Signature signature(String line) throws NoteFault {
        String[] parts = line.split(" ", -1);
        byte[] data = parts.length == 3 ? Spelling.base64(parts[2]) : null;
        if (data == null || !line.startsWith(DASH) || !NoteText.isName(parts[1]) || data.length <= Integer.BYTES) {
            throw new NoteFault("a signature line is malformed");
        }
        ByteBuffer in = ByteBuffer.wrap(data);
        int keyId = in.getInt();
        byte[] signature = new byte[in.remaining()];
        in.get(signature);
        return new Signature(parts[1], keyId, signature);
    }

    /** The note as text. */
    public String format() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (Signature one : signatures) {
            byte[] data = ByteBuffer.allocate(Integer.BYTES + one.bytes.length)
                    .putInt(one.keyId)
                    .put(one.bytes)
                    .array();
            note.append(DASH)
                    .append(one.name)
                    .append(' ')
                    .append(Spelling.base64(data))
                    .append('\n');
        }
        return note.toString();
    }

    /** The note as UTF-8. */
    public byte[] bytes() {
        return format().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Verifies the signatures of known keys; those of unknown keys are ignored, even when they share the name or the id
     * of a known one.
     *
     * @return the keys that signed, at least one
     * @throws NoteFault when a known key's signature fails, a known key has two lines, or no known key signed
     */
    public List<NoteVerifier> verify(Collection<? extends NoteVerifier> known) throws NoteFault {
        List<NoteVerifier> verified = new ArrayList<>();
        for (NoteVerifier verifier : known.stream().distinct().toList()) {
            List<Signature> own =
                    signatures.stream().filter(one -> one.isBy(verifier)).toList();
            if (own.size() > 1) {
                throw new NoteFault("two signatures of one key: " + verifier.name());
            }
            if (own.size() == 1) {
                if (!verifier.verify(text, own.get(0).bytes)) {
                    throw new NoteFault("the signature of " + verifier.name() + " does not verify");
                }
                verified.add(verifier);
            }
        }
        if (verified.isEmpty()) {
            throw new NoteFault("no known key signed the note");
        }
        return verified;
    }

    /**
     * One signature line.
     *
     * @param name of the key
     * @param keyId of the key
     * @param bytes the bare signature
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Signature(String name, int keyId, byte[] bytes) {

        /** Copies the bytes. */
        public Signature {
            bytes = bytes.clone();
        }

        /** A copy of the signature. */
        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        boolean isBy(NoteVerifier verifier) {
            return keyId == verifier.keyId() && name.equals(verifier.name());
        }
    }
}
