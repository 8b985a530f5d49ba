package cn.justicehub.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProofsTest {
    private static final int MOST = 64;

    @ParameterizedTest
    @EnumSource
    void everyInclusionProofIsTheOneOfTheRfc(TreeHash hash) throws ProofFault {
        List<byte[]> all = SlowTree.leaves(hash, MOST);
        for (int size = 1; size <= MOST; size++) {
            List<byte[]> leaves = all.subList(0, size);
            byte[] root = SlowTree.root(hash, leaves);
            NodeSource nodes = SlowTree.nodes(hash, leaves);
            assertThat(Proofs.root(nodes, hash, size)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = Proofs.inclusion(nodes, hash, index, size);
                assertThat(proof).usingElementComparator(Arrays::compare).isEqualTo(SlowTree.path(hash, index, leaves));
                Proofs.verifyInclusion(hash, leaves.get(index), index, size, proof, root);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyConsistencyProofIsTheOneOfTheRfc(TreeHash hash) throws ProofFault {
        List<byte[]> all = SlowTree.leaves(hash, MOST);
        for (int to = 1; to <= MOST; to++) {
            List<byte[]> leaves = all.subList(0, to);
            byte[] toRoot = SlowTree.root(hash, leaves);
            NodeSource nodes = SlowTree.nodes(hash, leaves);
            for (int from = 1; from <= to; from++) {
                List<byte[]> proof = Proofs.consistency(nodes, hash, from, to);
                assertThat(proof).usingElementComparator(Arrays::compare).isEqualTo(SlowTree.proof(hash, from, leaves));
                byte[] fromRoot = SlowTree.root(hash, leaves.subList(0, from));
                Proofs.verifyConsistency(hash, from, to, proof, fromRoot, toRoot);
            }
        }
    }

    @Property(tries = 200)
    void everyAlteredInclusionProofFails(
            @ForAll TreeHash hash,
            @ForAll @IntRange(min = 1, max = 80) int size,
            @ForAll @IntRange(max = 1000) int pick) {
        List<byte[]> leaves = SlowTree.leaves(hash, size);
        int index = pick % size;
        byte[] leaf = leaves.get(index);
        byte[] root = SlowTree.root(hash, leaves);
        List<byte[]> proof = SlowTree.path(hash, index, leaves);
        for (List<byte[]> altered : alterations(proof)) {
            assertFails(() -> Proofs.verifyInclusion(hash, leaf, index, size, altered, root));
        }
        assertFails(() -> Proofs.verifyInclusion(hash, flip(leaf, pick), index, size, proof, root));
        assertFails(() -> Proofs.verifyInclusion(hash, leaf, index, size, proof, flip(root, pick)));
        assertFails(() -> Proofs.verifyInclusion(hash, leaf, size, size, proof, root));
        assertFails(() -> Proofs.verifyInclusion(hash, leaf, -1, size, proof, root));
        if (size > 1) {
            assertFails(() -> Proofs.verifyInclusion(hash, leaf, (index + 1) % size, size, proof, root));
        }
    }

    @Property(tries = 200)
    void everyAlteredConsistencyProofFails(
            @ForAll TreeHash hash,
            @ForAll @IntRange(min = 1, max = 80) int to,
            @ForAll @IntRange(max = 1000) int pick) {
        List<byte[]> leaves = SlowTree.leaves(hash, to);
        int from = 1 + pick % to;
        byte[] fromRoot = SlowTree.root(hash, leaves.subList(0, from));
        byte[] toRoot = SlowTree.root(hash, leaves);
        List<byte[]> proof = SlowTree.proof(hash, from, leaves);
        for (List<byte[]> altered : alterations(proof)) {
            assertFails(() -> Proofs.verifyConsistency(hash, from, to, altered, fromRoot, toRoot));
        }
        assertFails(() -> Proofs.verifyConsistency(hash, from, to, proof, flip(fromRoot, pick), toRoot));
        assertFails(() -> Proofs.verifyConsistency(hash, from, to, proof, fromRoot, flip(toRoot, pick)));
        assertFails(() -> Proofs.verifyConsistency(hash, to + 1, to, proof, fromRoot, toRoot));
    }

    @Test
    void theSizeZeroIsRefused() {
        byte[] empty = TreeHash.SHA256.emptyRoot();
        assertFails(() -> Proofs.verifyConsistency(TreeHash.SHA256, 0, 0, List.of(), empty, empty));
        assertFails(() -> Proofs.verifyConsistency(TreeHash.SHA256, 0, 5, List.of(), empty, empty));
        assertThatThrownBy(() -> Proofs.consistency((level, index) -> empty, TreeHash.SHA256, 0, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLargestSizesDoNotOverflow() {
        byte[] hash = new byte[TreeHash.LENGTH];
        long size = Long.MAX_VALUE;
        assertFails(() -> Proofs.verifyInclusion(TreeHash.SHA256, hash, size - 1, size, List.of(hash), hash));
        assertFails(() -> Proofs.verifyInclusion(TreeHash.SHA256, hash, 0, size, List.of(hash), hash));
        assertFails(() -> Proofs.verifyConsistency(TreeHash.SHA256, 1, size, List.of(hash), hash, hash));
        assertFails(() -> Proofs.verifyConsistency(TreeHash.SHA256, size - 1, size, List.of(hash), hash, hash));
    }

    /** Each single byte changed, each hash dropped, doubled or cut, and one too many at either end. */
    private static List<List<byte[]>> alterations(List<byte[]> proof) {
        List<List<byte[]>> all = new ArrayList<>();
        for (int i = 0; i < proof.size(); i++) {
            for (int at = 0; at < TreeHash.LENGTH; at++) {
                List<byte[]> changed = new ArrayList<>(proof);
                changed.set(i, flip(proof.get(i), at));
                all.add(changed);
            }
            List<byte[]> without = new ArrayList<>(proof);
            without.remove(i);
            all.add(without);
            List<byte[]> cut = new ArrayList<>(proof);
            cut.set(i, Arrays.copyOf(proof.get(i), 31));
            all.add(cut);
        }
        for (int at : new int[] {0, proof.size()}) {
            List<byte[]> more = new ArrayList<>(proof);
            more.add(at, new byte[TreeHash.LENGTH]);
            all.add(more);
        }
        return all;
    }

    private static byte[] flip(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at % flipped.length] ^= (byte) (1 << at % 7);
        return flipped;
    }

    private static void assertFails(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(ProofFault.class);
    }
}
