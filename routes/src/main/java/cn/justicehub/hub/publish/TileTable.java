package cn.justicehub.hub.publish;

import cn.justicehub.ledger.merkle.Tile;
import cn.justicehub.ledger.merkle.Tiles;
import cn.justicehub.ledger.merkle.TreeHash;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Hashes of the log, by tile: level 0 is the leaves' own, each higher one the roots of full tiles below. */
@Component
class TileTable {

    private final JdbcTemplate jdbc;

    TileTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads tiles of one tree. */
    Tiles.TileReader reader(int generation, TreeHash hash) {
        return tile -> tile.level() == 0 ? leafHashes(generation, hash, tile) : roots(generation, hash, tile);
    }

    /** The leaves of an entry bundle. */
    List<byte[]> entries(int generation, Tile tile) {
        return jdbc.query(
                "select bytes from leaf where generation = ? and idx >= ? and idx < ? order by idx",
                (row, number) -> row.getBytes(1),
                generation,
                tile.first(),
                tile.first() + tile.width());
    }

    /** Stores the root of a full tile. */
    void store(int generation, TreeHash hash, Tile tile) {
        byte[] hashes = reader(generation, hash).read(tile);
        jdbc.update(
                "insert into tile (generation, tree, level, idx, root) values (?, ?, ?, ?, ?) on conflict do nothing",
                generation,
                hash.label(),
                tile.level(),
                tile.index(),
                root(hash, hashes));
    }

    private static byte[] root(TreeHash hash, byte[] hashes) {
        byte[] level = hashes;
        while (level.length > TreeHash.LENGTH) {
            ByteArrayOutputStream above = new ByteArrayOutputStream(level.length / 2);
            for (int at = 0; at < level.length; at += 2 * TreeHash.LENGTH) {
                byte[] left = Arrays.copyOfRange(level, at, at + TreeHash.LENGTH);
                byte[] right = Arrays.copyOfRange(level, at + TreeHash.LENGTH, at + 2 * TreeHash.LENGTH);
                above.writeBytes(hash.node(left, right));
            }
            level = above.toByteArray();
        }
        return level;
    }

    private byte[] leafHashes(int generation, TreeHash hash, Tile tile) {
        return joined(jdbc.query(
                "select " + hash.label() + " from leaf where generation = ? and idx >= ? and idx < ? order by idx",
                (row, number) -> row.getBytes(1),
                generation,
                tile.first(),
                tile.first() + tile.width()));
    }

    private byte[] roots(int generation, TreeHash hash, Tile tile) {
        return joined(jdbc.query(
                "select root from tile where generation = ? and tree = ? and level = ? and idx >= ? and idx < ? order by idx",
                (row, number) -> row.getBytes(1),
                generation,
                hash.label(),
                tile.level() - 1,
                tile.first(),
                tile.first() + tile.width()));
    }

    private static byte[] joined(List<byte[]> hashes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(hashes.size() * TreeHash.LENGTH);
        hashes.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
