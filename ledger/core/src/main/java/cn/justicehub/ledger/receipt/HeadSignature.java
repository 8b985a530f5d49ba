package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.Checkpoint;
import cn.justicehub.ledger.note.KeyType;
import cn.justicehub.ledger.note.NoteFault;
import cn.justicehub.ledger.note.NoteVerifier;
import cn.justicehub.ledger.note.SignedNote;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a key of the keyring, valid for this origin and size, signed the head. */
final class HeadSignature {
    private final Keyring keyring;
    private final Checks checks;

    HeadSignature(Keyring keyring, Checks checks) {
        this.keyring = keyring;
        this.checks = checks;
    }

    void run(TreeHash hash, SignedNote note, Checkpoint head) {
        String name = "signature." + hash.label();
        List<Keyring.Entry> known = keyring.of(head.origin(), hash == TreeHash.SHA256 ? KeyType.ED25519 : KeyType.SM2);
        List<NoteVerifier> valid = known.stream()
                .filter(entry -> entry.covers(head.size()))
                .map(Keyring.Entry::key)
                .toList();
        if (valid.isEmpty()) {
            checks.fail(name, known.isEmpty() ? noKey(head) : outOfRange(head, known));
            return;
        }
        try {
            checks.pass(name, "by " + names(note.verify(valid)));
        } catch (NoteFault fault) {
            checks.fail(name, fault.getMessage());
        }
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
