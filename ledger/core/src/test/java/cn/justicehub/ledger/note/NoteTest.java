package cn.justicehub.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String TEXT = "hub.sandbox.invalid/log/1\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";

    private final Ed25519NoteSigner ed25519 = Ed25519NoteSigner.generate("hub.sandbox.invalid/log/1", RANDOM);
    private final Sm2NoteSigner sm2 = Sm2NoteSigner.generate("hub.sandbox.invalid/log/1/sm3", RANDOM);

    /** The key and note of Go's package golang.org/x/mod/sumdb/note (its documentation's example). */
    @Test
    void readsTheKeyAndNoteOfTheGoImplementation() throws NoteFault {
        NoteVerifier verifier =
                NoteVerifier.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        SignedNote note = SignedNote.parse(
                "If you think cryptography is the answer to your problem,\n"
                        + "then you don't know what your problem is.\n\n"
                        + "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
        assertThat(note.verify(List.of(verifier))).containsExactly(verifier);
        Ed25519NoteSigner signer = Ed25519NoteSigner.parse(
                "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        assertThat(signer.vkey()).isEqualTo(verifier.vkey());
        assertThat(SignedNote.sign(note.text(), signer).format()).isEqualTo(note.format());
    }

    @Test
    void bothKindsOfKeySignAndAreVerified() throws NoteFault {
        for (NoteSigner signer : List.of(ed25519, sm2)) {
            NoteVerifier verifier = NoteVerifier.parse(signer.vkey());
            assertThat(verifier.vkey()).isEqualTo(signer.vkey());
            assertThat(verifier.keyId()).isEqualTo(signer.keyId());
            byte[] signature = signer.sign(TEXT);
            assertThat(signature).hasSize(64);
            assertThat(verifier.verify(TEXT, signature)).isTrue();
            assertThat(verifier.verify(TEXT + "\n", signature)).isFalse();
            for (int i = 0; i < signature.length; i++) {
                byte[] altered = signature.clone();
                altered[i] ^= 1;
                assertThat(verifier.verify(TEXT, altered)).isFalse();
            }
            assertThat(verifier.verify(TEXT, new byte[64])).isFalse();
            assertThat(verifier.verify(TEXT, new byte[0])).isFalse();
        }
    }

    @Test
    void secretKeysAreWrittenAndReadBack() throws NoteFault {
        assertThat(Ed25519NoteSigner.parse(ed25519.skey()).vkey()).isEqualTo(ed25519.vkey());
        Sm2NoteSigner again = Sm2NoteSigner.parse(sm2.skey(), RANDOM);
        assertThat(again.vkey()).isEqualTo(sm2.vkey());
        assertThat(NoteVerifier.parse(sm2.vkey()).verify(TEXT, again.sign(TEXT)))
                .isTrue();
        assertThatThrownBy(() -> Ed25519NoteSigner.parse(sm2.skey())).isInstanceOf(NoteFault.class);
        assertThatThrownBy(() -> Sm2NoteSigner.parse(ed25519.skey(), RANDOM)).isInstanceOf(NoteFault.class);
        assertThatThrownBy(() -> Ed25519NoteSigner.parse(ed25519.vkey())).isInstanceOf(NoteFault.class);
        String renamed = sm2.skey().replace("sandbox", "sandb0x");
        assertThatThrownBy(() -> Sm2NoteSigner.parse(renamed, RANDOM)).isInstanceOf(NoteFault.class);
    }

    @Test
    void anSm2KeyOfZeroOrBeyondTheOrderIsRefused() {
        for (byte filler : new byte[] {0, (byte) 0xff}) {
            byte[] scalar = new byte[32];
            Arrays.fill(scalar, filler);
            String skey = KeyText.skey("a", KeyType.SM2, new byte[65], scalar);
            assertThatThrownBy(() -> Sm2NoteSigner.parse(skey, RANDOM)).isInstanceOf(NoteFault.class);
        }
    }

    @Test
    void malformedKeysAreRefused() throws NoteFault {
        String vkey = ed25519.vkey();
        for (String wrong : List.of(
                "",
                "a",
                "a+b",
                "a+00000000+AA==",
                vkey.replace("sandbox", "sand box"),
                vkey + "A",
                vkey.replace("+", "-"),
                vkey.toUpperCase(Locale.ROOT),
                KeyText.vkey("a", KeyType.SM2, new byte[65]),
                "PRIVATE+KEY+" + vkey)) {
            assertThatThrownBy(() -> NoteVerifier.parse(wrong)).as(wrong).isInstanceOf(NoteFault.class);
        }
        assertThat(NoteVerifier.ofKnownType("witness.example+0a0b0c0d+BgECAw=="))
                .isEmpty();
    }

    @Test
    void unknownKeysAreIgnoredEvenUnderAKnownNameOrId() throws NoteFault {
        NoteVerifier known = NoteVerifier.parse(ed25519.vkey());
        SignedNote note = SignedNote.sign(TEXT, ed25519);
        byte[] garbage = new byte[64];
        List<SignedNote.Signature> lines = List.of(
                new SignedNote.Signature(known.name(), known.keyId() + 1, garbage),
                new SignedNote.Signature("other.example", known.keyId(), garbage),
                note.signatures().get(0));
        SignedNote mixed = SignedNote.parse(new SignedNote(TEXT, lines).bytes());
        assertThat(mixed.verify(List.of(known, known))).containsExactly(known);
        SignedNote onlyUnknown = new SignedNote(TEXT, lines.subList(0, 2));
        assertThatThrownBy(() -> onlyUnknown.verify(List.of(known))).hasMessageContaining("no known key");
        assertThatThrownBy(() -> mixed.verify(List.of())).isInstanceOf(NoteFault.class);
    }

    @Test
    void twoLinesOfOneKnownKeyAreRefused() throws NoteFault {
        NoteVerifier known = NoteVerifier.parse(ed25519.vkey());
        SignedNote twice = SignedNote.sign(TEXT, ed25519, ed25519);
        assertThatThrownBy(() -> twice.verify(List.of(known))).hasMessageContaining("two signatures");
    }

    @Test
    void oneFailingKnownKeySpoilsTheNote() throws NoteFault {
        SignedNote good = SignedNote.sign(TEXT, ed25519, sm2);
        SignedNote.Signature one = good.signatures().get(1);
        byte[] altered = one.bytes();
        altered[40] ^= 1;
        SignedNote bad = new SignedNote(
                TEXT, List.of(good.signatures().get(0), new SignedNote.Signature(one.name(), one.keyId(), altered)));
        List<NoteVerifier> both = List.of(NoteVerifier.parse(ed25519.vkey()), NoteVerifier.parse(sm2.vkey()));
        assertThat(good.verify(both)).hasSize(2);
        assertThatThrownBy(() -> bad.verify(both)).hasMessageContaining("does not verify");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "a\n",
                "a\n\n",
                "a\n\n\u2014 n AAAAAAA=",
                "a\n\n\u2014 n AAAAAAA=\n\n",
                "a\n\u2014 n AAAAAAA=\n",
                "a\n\n- n AAAAAAA=\n",
                "a\n\n\u2014 n\n",
                "a\n\n\u2014  AAAAAAA=\n",
                "a\n\n\u2014 n AAAAAA==\n",
                "a\n\n\u2014 n+m AAAAAAA=\n",
                "a\n\n\u2014 n m AAAAAAA=\n",
                "a\n\n\u2014 n AAAAAAA= \n",
                "a\n\n\u2014 n\u00a0 AAAAAAA=\n",
                "a\r\n\n\u2014 n AAAAAAA=\n",
                "a\tb\n\n\u2014 n AAAAAAA=\n",
                "a\n\n\u2014 n AAAAAAA=\nb\n",
                "a\n\n\u2014 n AAAAAAB=\n"
            })
    void malformedNotesAreRefused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(NoteFault.class);
    }

    @Test
    void notesAreStrictUtf8AndBounded() throws NoteFault {
        assertThatThrownBy(() -> SignedNote.parse(new byte[] {'a', (byte) 0xc0, (byte) 0xaf, '\n', '\n'}))
                .isInstanceOf(NoteFault.class);
        String line = "\u2014 n AAAAAAA=\n";
        assertThat(SignedNote.parse("a\n\nb\n\n" + line.repeat(100)).signatures())
                .hasSize(100);
        assertThat(SignedNote.parse("a\n\nb\n\n" + line).text()).isEqualTo("a\n\nb\n");
        assertThatThrownBy(() -> SignedNote.parse("a\n\n" + line.repeat(101))).isInstanceOf(NoteFault.class);
    }

    @Test
    void checkpointsAreReadAndWritten() throws NoteFault {
        Checkpoint head = Checkpoint.parse(TEXT);
        assertThat(head).isEqualTo(new Checkpoint("hub.sandbox.invalid/log/1", 7, new byte[32]));
        assertThat(head.text()).isEqualTo(TEXT);
        SignedNote note = SignedNote.parse(head.sign(ed25519).format().getBytes(StandardCharsets.UTF_8));
        assertThat(Checkpoint.parse(note.text())).isEqualTo(head);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "o\n7\n",
                "o\n07\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "o\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "o\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "o\n7\nAAAA\n",
                "o\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nextension\n",
                "o\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n"
            })
    void otherCheckpointsAreRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(NoteFault.class);
    }
}
