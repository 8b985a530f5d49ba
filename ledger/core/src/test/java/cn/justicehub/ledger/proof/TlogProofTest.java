package cn.justicehub.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.NoteFault;
import cn.justicehub.ledger.note.SignedNote;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlogProofTest {
    private static final String HASH = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
    private static final String NOTE =
            "hub.sandbox.invalid/log/1\n3\n" + HASH + "\n\u2014 hub.sandbox.invalid/log/1 AAAAAAA=\n";
    private static final String TEXT = "c2sp.org/tlog-proof@v1\nindex 2\n" + HASH + "\n" + NOTE;

    @Test
    void isWrittenAndReadBack() throws TlogProofFault, NoteFault {
        TlogProof proof = new TlogProof(TreeHash.SHA256, 2, List.of(new byte[32]), SignedNote.parse(NOTE));
        assertThat(proof.format()).isEqualTo(TEXT);
        TlogProof back = TlogProof.parse(TEXT);
        assertThat(back.format()).isEqualTo(TEXT);
        assertThat(back.head().size()).isEqualTo(3);
        TlogProof twin = new TlogProof(TreeHash.SM3, 0, List.of(), SignedNote.parse(NOTE));
        assertThat(twin.format()).isEqualTo("justicehub/tlog-proof-sm3@v1\nindex 0\n\n" + NOTE);
        assertThat(TlogProof.parse(twin.format()).hash()).isEqualTo(TreeHash.SM3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v1\n",
                "c2sp.org/tlog-proof@v1\nindex 2\n",
                "c2sp.org/tlog-proof@v1\n\n" + NOTE,
                "c2sp.org/tlog-proof@v2\nindex 2\n\n" + NOTE,
                "c2sp.org/tlog-proof@v1\nindex 02\n\n" + NOTE,
                "c2sp.org/tlog-proof@v1\nindex -2\n\n" + NOTE,
                "c2sp.org/tlog-proof@v1\nindex\n\n" + NOTE,
                "c2sp.org/tlog-proof@v1\nextra AAAA\nindex 2\n\n" + NOTE,
                "c2sp.org/tlog-proof@v1\nindex 2\nAAAA\n\n" + NOTE,
                "c2sp.org/tlog-proof@v1\r\nindex 2\n\n" + NOTE,
                "\n" + TEXT,
                TEXT + "\n",
                "c2sp.org/tlog-proof@v1\nindex 2\n\n\n" + HASH
            })
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> TlogProof.parse(text)).isInstanceOf(TlogProofFault.class);
    }
}
