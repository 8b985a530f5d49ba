package cn.justicehub.verifier;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.merkle.Tile;
import cn.justicehub.ledger.merkle.Tiles;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.Checkpoint;
import cn.justicehub.ledger.note.Ed25519NoteSigner;
import cn.justicehub.ledger.note.NoteSigner;
import cn.justicehub.ledger.note.Sm2NoteSigner;
import cn.justicehub.ledger.receipt.LogOrigin;
import cn.justicehub.ledger.record.Leaf;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/** A log of made-up leaves, written as a hub serves it, its trees computed level by level. */
final class TestLog {
    static final LogOrigin ORIGIN = new LogOrigin("hub.sandbox.invalid", 1);

    private static final Path KEYS = Path.of("../core/src/test/resources/vectors/keys.json");

    private final List<byte[]> leaves;
    private final List<byte[]> leavesOfTwin;

    private TestLog(List<byte[]> leaves, List<byte[]> leavesOfTwin) {
        this.leaves = leaves;
        this.leavesOfTwin = leavesOfTwin;
    }

    static TestLog of(int size) {
        List<byte[]> leaves = LongStream.range(0, size).mapToObj(TestLog::leaf).toList();
        return new TestLog(leaves, leaves);
    }

    /** The same log, in the SM3 tree of which one leaf is another. */
    TestLog withOtherLeafInTwin(int index) {
        List<byte[]> other = new ArrayList<>(leavesOfTwin);
        other.set(index, leaf(1_000_000));
        return new TestLog(leaves, other);
    }

    /** The same log, in both trees of which one entry is no leaf. */
    TestLog withEntry(int index, String text) {
        List<byte[]> other = new ArrayList<>(leaves);
        other.set(index, text.getBytes(StandardCharsets.UTF_8));
        return new TestLog(other, other);
    }

    private static byte[] leaf(long number) {
        byte[] seed = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
        return new Leaf(1_795_000_000_000L + number, TreeHash.SHA256.digest(seed), TreeHash.SM3.digest(seed)).bytes();
    }

    TestLog writeTo(Path folder) throws Exception {
        for (TreeHash hash : TreeHash.values()) {
            write(hash == TreeHash.SHA256 ? folder : folder.resolve("sm3"), hash);
        }
        writeHeads(folder);
        return this;
    }

    void writeHeads(Path folder) throws Exception {
        write(
                folder.resolve("checkpoint"),
                head(TreeHash.SHA256).sign(ed25519()).bytes());
        write(folder.resolve("sm3/checkpoint"), head(TreeHash.SM3).sign(sm2()).bytes());
    }

    Checkpoint head(TreeHash hash) {
        return new Checkpoint(ORIGIN.text(hash), leaves.size(), root(hash, rows(hash)));
    }

    static NoteSigner ed25519() throws Exception {
        return Ed25519NoteSigner.parse(key("ed25519"));
    }

    static NoteSigner sm2() throws Exception {
        return Sm2NoteSigner.parse(key("sm2"), new SecureRandom());
    }

    private static String key(String name) throws Exception {
        return Objects.requireNonNull(((JsonObject) Json.parse(Files.readAllBytes(KEYS))).string(name));
    }

    private List<byte[]> entries(TreeHash hash) {
        return hash == TreeHash.SHA256 ? leaves : leavesOfTwin;
    }

    private void write(Path tree, TreeHash hash) throws Exception {
        List<List<byte[]>> rows = rows(hash);
        List<Tile> tiles = new ArrayList<>(Tiles.completed(0, leaves.size()));
        tiles.addAll(Tiles.partials(leaves.size()));
        for (Tile tile : tiles) {
            int first = (int) tile.first();
            byte[] bytes = tile.entries()
                    ? Tiles.bundle(entries(hash).subList(first, first + tile.width()))
                    : Tiles.hashes(tile, (level, index) -> rows.get(level).get((int) index));
            write(tree.resolve(tile.path()), bytes);
        }
    }

    private static void write(Path file, byte[] bytes) throws Exception {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
    }

    /** The roots of all complete subtrees, level by level. */
    private List<List<byte[]>> rows(TreeHash hash) {
        List<List<byte[]>> rows = new ArrayList<>();
        List<byte[]> row = entries(hash).stream().map(hash::leaf).toList();
        while (!row.isEmpty()) {
            rows.add(row);
            List<byte[]> above = new ArrayList<>();
            for (int at = 0; at + 1 < row.size(); at += 2) {
                above.add(hash.node(row.get(at), row.get(at + 1)));
            }
            row = above;
        }
        return rows;
    }

    private static byte[] root(TreeHash hash, List<List<byte[]>> rows) {
        byte[] root = null;
        for (List<byte[]> row : rows) {
            if (row.size() % 2 == 1) {
                byte[] last = row.get(row.size() - 1);
                root = root == null ? last : hash.node(last, root);
            }
        }
        return root == null ? hash.emptyRoot() : root;
    }
}
