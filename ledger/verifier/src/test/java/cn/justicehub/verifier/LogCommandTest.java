package cn.justicehub.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.Checkpoint;
import cn.justicehub.ledger.note.Ed25519NoteSigner;
import cn.justicehub.ledger.text.Spelling;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole log in a folder, and each way in which it can be wrong. */
class LogCommandTest {
    private static final int SIZE = 5000;
    private static final Path KEYRING = Path.of("../core/src/test/resources/vectors/keyring.jsonl");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, SIZE, 65_536, 65_793})
    void aWholeLogHolds(int size) throws Exception {
        TestLog log = TestLog.of(size).writeTo(folder);
        assertThat(verify()).isZero();
        assertThat(out.toString())
                .contains("size    " + size)
                .contains("root    " + Spelling.base64(log.head(TreeHash.SHA256).root()))
                .contains("root    " + Spelling.base64(log.head(TreeHash.SM3).root()))
                .contains("signed  by hub.sandbox.invalid", "time    ", "日志核验通过")
                .doesNotContain("FAIL", "--keyring");
    }

    @ParameterizedTest
    @CsvSource({
        "tile/0/007, 33, 'tile/0/007, index 1793'",
        "tile/0/019.p/136, 4351, 'tile/0/019.p/136, index 4999'",
        "tile/1/000.p/19, 0, 'tile/1/000.p/19, index 0'",
        "sm3/tile/0/000, 8191, 'sm3/tile/0/000, index 255'",
        "sm3/tile/1/000.p/19, 600, 'sm3/tile/1/000.p/19, index 18'",
        "tile/entries/003, 50, 'tile/entries/003, index 768'",
        "tile/entries/019.p/136, 50, 'tile/entries/019.p/136, index 4864'",
        "sm3/tile/entries/010, 50, 'sm3/tile/entries/010, index 2560'",
        "tile/entries/004, 0, 'tile/entries/004: '"
    })
    void aChangedByteIsNamed(String path, int at, String place) throws Exception {
        TestLog.of(SIZE).writeTo(folder);
        byte[] bytes = Files.readAllBytes(folder.resolve(path));
        bytes[at] ^= 1;
        Files.write(folder.resolve(path), bytes);
        differsAt(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/007",
                "tile/1/000.p/19",
                "tile/entries/019.p/136",
                "sm3/tile/0/000",
                "sm3/tile/entries/003"
            })
    void whatIsMissingCutOffOrTooLongIsNamed(String path) throws Exception {
        TestLog.of(SIZE).writeTo(folder);
        Path file = folder.resolve(path);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        differsAt(path + ": ");
        Files.write(file, Arrays.copyOf(bytes, 10_000_000));
        differsAt(path + ": it has more than ");
        Files.delete(file);
        differsAt(path + ": it is not there");
    }

    @Test
    void theFirstOfSeveralIsNamed() throws Exception {
        TestLog.of(SIZE).writeTo(folder);
        Files.delete(folder.resolve("tile/0/003"));
        Files.delete(folder.resolve("sm3/tile/0/002"));
        differsAt("sm3/tile/0/002: ");
    }

    @Test
    void aHigherTileIsComparedWithTheOneAbove() throws Exception {
        TestLog.of(65_793).writeTo(folder);
        Path tile = folder.resolve("tile/1/000");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[32 * 77] ^= 1;
        Files.write(tile, bytes);
        differsAt("tile/1/000, index 77: ");
    }

    @Test
    void aFullTileStandsInForAPartialOne() throws Exception {
        Path later = folder.resolve("later");
        TestLog.of(512).writeTo(later);
        TestLog.of(300).writeTo(folder);
        for (String name : new String[] {"tile/0/001", "tile/entries/001", "sm3/tile/0/001", "sm3/tile/entries/001"}) {
            Files.delete(folder.resolve(name + ".p/44"));
            Files.copy(later.resolve(name), folder.resolve(name));
        }
        differsAt("checkpoint: it ends at 300 leaves, but tile/0/001 holds more");
    }

    @Test
    void aHeadThatWasTakenBackIsSeen() throws Exception {
        TestLog.of(SIZE).writeTo(folder);
        TestLog.of(4900).writeHeads(folder);
        differsAt("tile/0/019.p/36: it is not there");
        TestLog.of(4900).writeTo(folder);
        differsAt("checkpoint: it ends at 4900 leaves, but tile/0/019.p/136 holds more");
        TestLog.of(SIZE).writeHeads(folder);
        assertThat(verify()).isZero();
    }

    @Test
    void theTwinHasTheSameLeaves() throws Exception {
        TestLog.of(SIZE).withOtherLeafInTwin(3210).writeTo(folder);
        differsAt("sm3/tile/entries/012, index 3210: the SM3 tree has another leaf");
    }

    @Test
    void anEntryThatIsNoLeafIsNamed() throws Exception {
        TestLog.of(300).withEntry(299, "{\"type\":\"juvenile\"}").writeTo(folder);
        differsAt("tile/entries/001.p/44, index 299: the leaf has not exactly the members");
    }

    @Test
    void theHeadsOfOtherTreesAreNamed() throws Exception {
        TestLog log = TestLog.of(300).writeTo(folder);
        Checkpoint head = log.head(TreeHash.SHA256);
        write("checkpoint", new Checkpoint(head.origin(), 300, new byte[32]));
        differsAt("checkpoint: its root is ");
        Files.write(
                folder.resolve("checkpoint"),
                head.sign(Ed25519NoteSigner.generate("hub.sandbox.invalid", new SecureRandom()))
                        .bytes());
        differsAt("checkpoint: no known key signed");
        write("checkpoint", new Checkpoint("hub.other.invalid/log/1", 300, head.root()));
        differsAt("checkpoint: the keyring has no key for the origin hub.other.invalid/log/1");
        log.writeHeads(folder);
        Files.copy(folder.resolve("sm3/checkpoint"), folder.resolve("kept"));
        TestLog.of(299).writeHeads(folder);
        Files.write(folder.resolve("checkpoint"), head.sign(TestLog.ed25519()).bytes());
        differsAt("sm3/checkpoint: it ends at 299 leaves, not 300");
        Files.write(
                folder.resolve("sm3/checkpoint"), head.sign(TestLog.ed25519()).bytes());
        differsAt("sm3/checkpoint: its origin is not");
        Files.delete(folder.resolve("sm3/checkpoint"));
        differsAt("sm3/checkpoint: it is not there");
    }

    @Test
    void withoutAKeyringItIsTheLogsOwn() throws Exception {
        Path own = folder.resolve("1");
        TestLog.of(3).writeTo(own);
        assertThat(run("log", own.toString())).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("no keyring beside the log");
        Files.copy(KEYRING, folder.resolve("keyring"));
        assertThat(run("log", own.toString())).isZero();
        assertThat(out.toString()).contains("--keyring takes them from a source you trust");
    }

    @Test
    void whatCannotBeReadIsExitCodeTwo() throws Exception {
        assertThat(verify()).isEqualTo(Main.UNUSABLE);
        Files.writeString(folder.resolve("checkpoint"), "<html>");
        assertThat(verify()).isEqualTo(Main.UNUSABLE);
        Files.write(folder.resolve("checkpoint"), new byte[1_000_000]);
        assertThat(verify()).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("no log: checkpoint: it is not there", "it has more than");
        assertThat(run("log")).isEqualTo(Main.UNUSABLE);
        assertThat(run("log", folder.resolve("none").toString())).isEqualTo(Main.UNUSABLE);
        assertThat(run("log", "http://")).isEqualTo(Main.UNUSABLE);
        assertThat(run("log", "http://127.0.0.1:1/log/1", "--keyring", KEYRING.toString()))
                .isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("cannot reach http://127.0.0.1:1/log/1/checkpoint");
    }

    private void write(String path, Checkpoint head) throws Exception {
        Files.write(folder.resolve(path), head.sign(TestLog.ed25519()).bytes());
    }

    private void differsAt(String place) throws IOException {
        out.getBuffer().setLength(0);
        assertThat(verify()).isEqualTo(Main.DIFFERS);
        assertThat(out.toString()).contains("FAIL  " + place).contains("日志核验不通过");
    }

    private int verify() {
        return run("log", folder.toString(), "--keyring", KEYRING.toString());
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }
}
