package cn.justicehub.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilesTest {

    @ParameterizedTest
    @CsvSource({
        "tile/0/x001/x234/067, 0, 1234067, 256",
        "tile/0/000, 0, 0, 256",
        "tile/1/999.p/17, 1, 999, 17",
        "tile/63/x001/000.p/255, 63, 1000, 255",
        "tile/entries/x273/112.p/1, -1, 273112, 1"
    })
    void pathsAreReadAndWritten(String path, int level, long index, int width) {
        Tile tile = new Tile(level, index, width);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(Tile.parse(path)).contains(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/0",
                "tile/0/",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/00/000",
                "tile/01/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/x000/000",
                "tile/0/x000/005",
                "tile/0/001/234",
                "tile/0/x001/x234",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000.p",
                "/tile/0/000",
                "tile/0/000/",
                "tile/0/000\n",
                "tile/entries/0",
                "tile/Entries/000",
                "tile/0/../000",
                "tile/0/x00a/000",
                "tile/0/X001/000",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0/\u0661\u0662\u0663"
            })
    void otherSpellingsAreRefused(String path) {
        assertThat(Tile.parse(path)).isEmpty();
    }

    /** The example of C2SP tlog-tiles, "Partial Tiles". */
    @Test
    void aTreeOf70000HasTheTilesOfTheSpecification() {
        List<String> partials = Tiles.partials(70_000).stream().map(Tile::path).toList();
        assertThat(partials)
                .containsExactly("tile/entries/273.p/112", "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
        List<Tile> full = Tiles.completed(0, 70_000);
        assertThat(full.stream().filter(tile -> tile.level() == 0)).hasSize(273);
        assertThat(full.stream().filter(tile -> tile.level() == 1)).hasSize(1);
        assertThat(full.stream().filter(Tile::entries)).hasSize(273);
        assertThat(Tiles.partials(256).stream().map(Tile::path)).containsExactly("tile/1/000.p/1");
        assertThat(Tiles.completed(255, 256).stream().map(Tile::path))
                .containsExactly("tile/entries/000", "tile/0/000");
        assertThat(Tiles.completed(256, 511)).isEmpty();
    }

    @Test
    void aTileIsWithinATreeThatHasAllOfIt() {
        assertThat(tile("tile/0/000.p/5").within(4)).isFalse();
        assertThat(tile("tile/0/000.p/5").within(5)).isTrue();
        assertThat(tile("tile/0/000.p/5").within(300)).isTrue();
        assertThat(tile("tile/0/000").within(255)).isFalse();
        assertThat(tile("tile/0/000").within(256)).isTrue();
        assertThat(tile("tile/1/000.p/1").within(255)).isFalse();
        assertThat(tile("tile/1/000.p/1").within(256)).isTrue();
        assertThat(tile("tile/entries/001.p/1").within(256)).isFalse();
        assertThat(tile("tile/entries/001.p/1").within(257)).isTrue();
        assertThat(tile("tile/63/000").within(Long.MAX_VALUE)).isFalse();
        assertThat(tile("tile/8/000.p/1").within(Long.MAX_VALUE)).isFalse();
        assertThat(tile("tile/7/000.p/127").within(Long.MAX_VALUE)).isTrue();
    }

    @Test
    void everyProofCanBeMadeFromTilesAlone() throws ProofFault {
        TreeHash hash = TreeHash.SHA256;
        int size = 700;
        List<byte[]> leaves = SlowTree.leaves(hash, size);
        NodeSource store = SlowTree.nodes(hash, leaves);
        Map<Tile, byte[]> served = new HashMap<>();
        List<Tile> tiles = new ArrayList<>(Tiles.completed(0, size));
        tiles.addAll(Tiles.partials(size));
        tiles.stream().filter(tile -> !tile.entries()).forEach(tile -> served.put(tile, Tiles.hashes(tile, store)));
        NodeSource fromTiles = Tiles.nodes(hash, size, tile -> {
            byte[] bytes = served.get(tile);
            assertThat(bytes).as(tile.path()).isNotNull();
            return bytes == null ? new byte[0] : bytes;
        });
        byte[] root = SlowTree.root(hash, leaves);
        assertThat(Proofs.root(fromTiles, hash, size)).isEqualTo(root);
        for (int index = 0; index < size; index += 13) {
            List<byte[]> proof = Proofs.inclusion(fromTiles, hash, index, size);
            Proofs.verifyInclusion(hash, leaves.get(index), index, size, proof, root);
        }
        for (int from = 1; from <= size; from += 17) {
            List<byte[]> proof = Proofs.consistency(fromTiles, hash, from, size);
            byte[] fromRoot = SlowTree.root(hash, leaves.subList(0, from));
            Proofs.verifyConsistency(hash, from, size, proof, fromRoot, root);
        }
    }

    @Test
    void bundlesAreReadBackExactly() throws ProofFault {
        List<byte[]> entries = List.of("one".getBytes(StandardCharsets.UTF_8), new byte[0], new byte[300]);
        byte[] bundle = Tiles.bundle(entries);
        assertThat(bundle).startsWith(0, 3, 'o', 'n', 'e', 0, 0, 1, 44);
        assertThat(Tiles.entries(bundle, 3))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(entries);
        assertThatThrownBy(() -> Tiles.entries(bundle, 2)).isInstanceOf(ProofFault.class);
        assertThatThrownBy(() -> Tiles.entries(Arrays.copyOf(bundle, 50), 3)).isInstanceOf(ProofFault.class);
        assertThatThrownBy(() -> Tiles.entries(Arrays.copyOf(bundle, 6), 1)).isInstanceOf(ProofFault.class);
        assertThatThrownBy(() -> Tiles.bundle(List.of(new byte[65536]))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Tile tile(String path) {
        return Tile.parse(path).orElseThrow();
    }
}
