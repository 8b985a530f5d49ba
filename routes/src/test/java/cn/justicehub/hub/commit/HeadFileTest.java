package cn.justicehub.hub.commit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.ledger.merkle.CompactRange;
import cn.justicehub.ledger.merkle.TreeGrowth;
import cn.justicehub.ledger.merkle.TreeHash;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the replica saw committed survives any one torn write. */
class HeadFileTest {

    private static final int SLOT = 8192;

    @TempDir
    Path folder;

    private Path path = Path.of("");

    @BeforeEach
    void name() {
        path = folder.resolve("state/head");
    }

    static Head head(int size) {
        CompactRange[] edges = new CompactRange[2];
        for (TreeHash hash : TreeHash.values()) {
            TreeGrowth growth = new TreeGrowth(CompactRange.empty(hash));
            for (int i = 0; i < size; i++) {
                growth.add(hash.leaf(new byte[] {(byte) i}));
            }
            edges[hash == TreeHash.SHA256 ? 0 : 1] = growth.after();
        }
        return new Head(1, "hub.test/log/1", edges[0], edges[1], 1_000L + size);
    }

    private void write(int... sizes) throws IOException {
        try (HeadFile file = new HeadFile(path)) {
            for (int size : sizes) {
                file.write(head(size));
            }
        }
    }

    private long lastSize() throws IOException {
        try (HeadFile file = new HeadFile(path)) {
            return Objects.requireNonNull(file.last()).size();
        }
    }

    private void garble(int slot, int at) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek((long) slot * SLOT + at);
            int was = file.read();
            file.seek((long) slot * SLOT + at);
            file.write(was ^ 1);
        }
    }

    @Test
    void aNewFileHasNone() throws IOException {
        try (HeadFile file = new HeadFile(path)) {
            assertThat(file.last()).isNull();
        }
    }

    @Test
    void theLastIsReadBackWhole() throws IOException {
        write(1, 2, 3, 100, 70_000 / 700);

        try (HeadFile file = new HeadFile(path)) {
            Head last = Objects.requireNonNull(file.last());
            assertThat(last).isEqualTo(head(100));
            assertThat(last.sha256().root()).isEqualTo(head(100).sha256().root());
        }
    }

    @Test
    void aTornLastWriteLeavesTheOneBefore() throws IOException {
        write(1, 2, 3);
        garble(1, 40);

        assertThat(lastSize()).isEqualTo(2);
    }

    @Test
    void aTornOlderSlotCostsNothing() throws IOException {
        write(1, 2, 3);
        garble(0, 40);

        assertThat(lastSize()).isEqualTo(3);
    }

    @Test
    void anyByteOfTheLastWriteMatters() throws IOException {
        write(1, 2);
        int length = new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1)
                .substring(0, SLOT)
                .indexOf('\0');
        for (int at = 0; at < length; at++) {
            garble(0, at);
            assertThat(lastSize()).as("byte " + at).isEqualTo(1);
            garble(0, at);
        }
        assertThat(lastSize()).isEqualTo(2);
    }

    @Test
    void aTruncatedFileLeavesTheOtherSlot() throws IOException {
        write(1, 2, 3);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(SLOT + 50L);
        }

        assertThat(lastSize()).isEqualTo(2);
    }

    @Test
    void afterATornWriteTheNextGoesToTheTornSlot() throws IOException {
        write(1, 2, 3);
        garble(1, 40);
        write(4);
        assertThat(lastSize()).isEqualTo(4);
        garble(1, 40);

        assertThat(lastSize()).isEqualTo(2);
    }

    @Test
    void bothTornIsNone() throws IOException {
        write(1, 2, 3);
        garble(0, 3);
        garble(1, 3);

        try (HeadFile file = new HeadFile(path)) {
            assertThat(file.last()).isNull();
        }
    }
}
