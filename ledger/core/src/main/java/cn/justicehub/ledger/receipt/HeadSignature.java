package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.Checkpoint;
import cn.justicehub.ledger.note.KeyType;
import cn.justicehub.ledger.note.NoteFault;
import cn.justicehub.ledger.note.NoteVerifier;
import cn.justicehub.ledger.note.SignedNote;
import java.util.List;
import java.util.stream.Collectors;

/** Whether keys of a keyring, valid for a head's origin and size, signed it. */
public final class HeadSignature {
    private HeadSignature() {}

    /**
     * The keys that signed the head, for people to read.
     *
     * @param note the signed note whose text is the head
     * @throws NoteFault when no key is valid for it, none of those signed, or a signature fails
     */
    public static String require(Keyring keyring, TreeHash hash, SignedNote note, Checkpoint head) throws NoteFault {
        List<Keyring.Entry> known = keyring.of(head.origin(), hash == TreeHash.SHA256 ? KeyType.ED25519 : KeyType.SM2);
        List<NoteVerifier> valid = known.stream()
                .filter(entry -> entry.covers(head.size()))
                .map(Keyring.Entry::key)
                .toList();
        if (valid.isEmpty()) {
            throw new NoteFault(known.isEmpty() ? noKey(head) : outOfRange(head, known));
        }
        return names(note.verify(valid));
    }

    private static String noKey(Checkpoint head) {
        return "the keyring has no key for the origin " + head.origin();
    }

    private static String outOfRange(Checkpoint head, List<Keyring.Entry> known) {
        return known.stream()
                .map(entry -> entry.fromSize() + " to " + (entry.toSize() == null ? "now" : entry.toSize()))
                .collect(Collectors.joining(
                        ", ",
                        "the keyring's keys for " + head.origin() + " are valid for sizes ",
                        ", not " + head.size()));
    }

    private static String names(List<NoteVerifier> keys) {
        return keys.stream()
                .map(key -> key.name() + "+" + String.format("%08x", key.keyId()))
                .collect(Collectors.joining(", "));
    }
}
