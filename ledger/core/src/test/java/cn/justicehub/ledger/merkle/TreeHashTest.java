package cn.justicehub.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.ledger.text.Spelling;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TreeHashTest {

    /** GB/T 32905-2016, appendix A.1. */
    @Test
    void sm3OfTheStandardsFirstExample() {
        assertThat(Spelling.hex(TreeHash.SM3.digest("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void sha256OfTheEmptyTreeAndTheEmptyLeaf() {
        assertThat(Spelling.hex(TreeHash.SHA256.emptyRoot()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Spelling.hex(TreeHash.SHA256.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void leavesAndNodesAreTold() {
        for (TreeHash hash : TreeHash.values()) {
            byte[] a = hash.leaf(new byte[] {1});
            byte[] b = hash.leaf(new byte[] {2}, new byte[] {3});
            assertThat(b).isEqualTo(hash.leaf(new byte[] {2, 3}));
            byte[] both = new byte[65];
            both[0] = 1;
            System.arraycopy(a, 0, both, 1, 32);
            System.arraycopy(b, 0, both, 33, 32);
            assertThat(hash.node(a, b)).isEqualTo(hash.digest(both));
        }
    }
}
