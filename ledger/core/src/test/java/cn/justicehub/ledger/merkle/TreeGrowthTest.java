package cn.justicehub.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeGrowthTest {

    @Property(tries = 120)
    void growthStoreAndRfcAgree(
            @ForAll TreeHash hash,
            @ForAll @IntRange(max = 300) int before,
            @ForAll @IntRange(min = 1, max = 300) int added) {
        List<byte[]> leaves = SlowTree.leaves(hash, before + added);
        TreeGrowth growth = new TreeGrowth(grown(hash, leaves.subList(0, before)));
        for (int i = before; i < leaves.size(); i++) {
            assertThat(growth.add(leaves.get(i))).isEqualTo(i);
        }
        assertThat(growth.root()).isEqualTo(SlowTree.root(hash, leaves));
        assertThat(growth.after()).isEqualTo(grown(hash, leaves));
        NodeSource store = SlowTree.nodes(hash, leaves);
        for (int index = before; index < leaves.size(); index++) {
            List<byte[]> proof = growth.inclusionProof(index);
            assertThat(proof).usingElementComparator(Arrays::compare).isEqualTo(SlowTree.path(hash, index, leaves));
            assertThat(proof)
                    .usingElementComparator(Arrays::compare)
                    .isEqualTo(Proofs.inclusion(store, hash, index, leaves.size()));
        }
    }

    @Property(tries = 60)
    void theNewNodesOfEachGrowthMakeAWholeStore(
            @ForAll TreeHash hash, @ForAll List<@IntRange(min = 1, max = 40) Integer> groups) {
        int size = groups.stream().mapToInt(Integer::intValue).sum();
        List<byte[]> leaves = SlowTree.leaves(hash, size);
        Map<String, byte[]> store = new HashMap<>();
        CompactRange range = CompactRange.empty(hash);
        for (int group : groups) {
            TreeGrowth growth = new TreeGrowth(range);
            for (int i = 0; i < group; i++) {
                growth.add(leaves.get((int) growth.size()));
            }
            growth.newNodes((level, index, node) ->
                    assertThat(store.put(level + "/" + index, node)).isNull());
            range = growth.after();
        }
        assertThat(store).hasSize(2 * size - Long.bitCount(size));
        NodeSource whole = SlowTree.nodes(hash, leaves);
        store.forEach((name, node) -> {
            String[] at = name.split("/", -1);
            assertThat(node).isEqualTo(whole.node(Integer.parseInt(at[0]), Long.parseLong(at[1])));
        });
    }

    @Test
    void proofsFollowLaterAdds() {
        List<byte[]> leaves = SlowTree.leaves(TreeHash.SHA256, 3);
        TreeGrowth growth = new TreeGrowth(CompactRange.empty(TreeHash.SHA256));
        growth.add(leaves.get(0));
        assertThat(growth.inclusionProof(0)).isEmpty();
        growth.add(leaves.get(1));
        growth.add(leaves.get(2));
        assertThat(growth.inclusionProof(0)).hasSize(2);
    }

    @Test
    void onlyItsOwnLeavesAreProven() {
        TreeGrowth growth = new TreeGrowth(grown(TreeHash.SM3, SlowTree.leaves(TreeHash.SM3, 5)));
        growth.add(new byte[TreeHash.LENGTH]);
        assertThatThrownBy(() -> growth.inclusionProof(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> growth.inclusionProof(6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> growth.add(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRangeIsStoredAndReadBack() {
        CompactRange range = grown(TreeHash.SM3, SlowTree.leaves(TreeHash.SM3, 13));
        byte[] stored = range.encode();
        assertThat(stored).hasSize(1 + 8 + 3 * 32).startsWith(2, 0, 0, 0, 0, 0, 0, 0, 13);
        assertThat(CompactRange.decode(stored)).isEqualTo(range);
        assertThat(CompactRange.decode(CompactRange.empty(TreeHash.SHA256).encode())
                        .root())
                .isEqualTo(TreeHash.SHA256.emptyRoot());
        for (int length = 0; length < stored.length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThatThrownBy(() -> CompactRange.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static CompactRange grown(TreeHash hash, List<byte[]> leaves) {
        TreeGrowth growth = new TreeGrowth(CompactRange.empty(hash));
        leaves.forEach(growth::add);
        return growth.after();
    }
}
