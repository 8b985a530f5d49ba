package cn.justicehub.hub.commit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.ledger.merkle.CompactRange;
import cn.justicehub.ledger.merkle.TreeGrowth;
import cn.justicehub.ledger.merkle.TreeHash;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is behind, or beside, what was committed before is refused. */
class HeadGuardTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(folder);
    }

    @AfterEach
    void close() throws IOException {
        log.close();
    }

    private void check(Head head) throws SQLException {
        try (Connection connection = log.source.getConnection()) {
            new HeadGuard(log.headFile).check(connection, head);
        }
    }

    private void leaf(int index, byte[] data) {
        log.jdbc.update(
                "insert into leaf (generation, idx, bytes, sha256, sm3) values (1, ?, ?, ?, ?)",
                index,
                data,
                TreeHash.SHA256.leaf(data),
                TreeHash.SM3.leaf(data));
    }

    private static Head grown(Head head, byte[] data) {
        return new Head(
                head.generation(),
                head.origin(),
                grown(head.sha256(), data),
                grown(head.sm3(), data),
                head.acceptedAt() + 1);
    }

    private static CompactRange grown(CompactRange edge, byte[] data) {
        TreeGrowth growth = new TreeGrowth(edge);
        growth.add(edge.hash().leaf(data));
        return growth.after();
    }

    private static Head generation(int generation, Head head) {
        return new Head(generation, head.origin(), head.sha256(), head.sm3(), head.acceptedAt());
    }

    @Test
    void whoHasSeenNothingTrustsWhatThereIs() {
        assertThatCode(() -> check(HeadFileTest.head(5))).doesNotThrowAnyException();
    }

    @Test
    void theSameHeadIsGood() throws IOException {
        log.headFile.write(HeadFileTest.head(5));

        assertThatCode(() -> check(HeadFileTest.head(5))).doesNotThrowAnyException();
    }

    @Test
    void aSmallerHeadWentBack() throws IOException {
        log.headFile.write(HeadFileTest.head(5));

        assertThatThrownBy(() -> check(HeadFileTest.head(4)))
                .isInstanceOf(WentBack.class)
                .hasMessageContaining("1-4")
                .hasMessageContaining("1-5");
    }

    @Test
    void anOlderGenerationWentBack() throws IOException {
        log.headFile.write(generation(2, HeadFileTest.head(1)));

        assertThatThrownBy(() -> check(HeadFileTest.head(9))).isInstanceOf(WentBack.class);
    }

    @Test
    void aNewerGenerationIsAnotherLog() throws IOException {
        log.headFile.write(HeadFileTest.head(5));

        assertThatCode(() -> check(generation(2, HeadFileTest.head(1)))).doesNotThrowAnyException();
    }

    @Test
    void anotherHistoryOfTheSameSizeIsRefused() throws IOException {
        Head four = HeadFileTest.head(4);
        log.headFile.write(grown(four, new byte[] {1}));

        assertThatThrownBy(() -> check(grown(four, new byte[] {2})))
                .isInstanceOf(WentBack.class)
                .hasMessageContaining("does not continue");
    }

    @Test
    void aLargerHeadMustGrowFromTheOneSeenByTheStoredLeaves() throws IOException {
        Head seen = HeadFileTest.head(5);
        log.headFile.write(seen);
        Head two = grown(grown(seen, new byte[] {50}), new byte[] {51});
        leaf(5, new byte[] {50});
        leaf(6, new byte[] {51});

        assertThatCode(() -> check(two)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(grown(grown(seen, new byte[] {50}), new byte[] {99})))
                .isInstanceOf(WentBack.class);
    }

    @Test
    void oneChangedTreeIsEnough() throws IOException {
        Head five = HeadFileTest.head(5);
        log.headFile.write(five);
        CompactRange other = grown(HeadFileTest.head(4).sm3(), new byte[] {99});

        assertThatThrownBy(() -> check(new Head(1, five.origin(), five.sha256(), other, five.acceptedAt())))
                .isInstanceOf(WentBack.class);
    }
}
