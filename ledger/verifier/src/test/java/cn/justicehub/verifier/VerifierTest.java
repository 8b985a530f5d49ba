package cn.justicehub.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifierTest {
    private static final Path VECTORS = Path.of("../core/src/test/resources/vectors");
    private static final Path RECEIPT = VECTORS.resolve("notice/receipt.json");
    private static final Path MESSAGE = VECTORS.resolve("notice/message.json");
    private static final Path KEYRING = VECTORS.resolve("keyring.jsonl");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theExamplesHold() {
        assertThat(receipt(RECEIPT, MESSAGE, KEYRING)).isZero();
        assertThat(out.toString())
                .contains("ok    inclusion.sm3: leaf 1 of 5")
                .contains("回执核验通过")
                .doesNotContain("FAIL");
        assertThat(run("receipt", RECEIPT.toString(), "--keyring", KEYRING.toString()))
                .isZero();
        assertThat(out.toString()).contains("Without --message");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"entryId\":\"1-1\"', '\"entryId\":\"1-4\"', entryId.index.sha256",
        "'\"entryId\":\"1-1\"', '\"entryId\":\"2-1\"', entryId.generation.sm3",
        "'\"exchangeId\":\"01JD0000000000000000000001\",\"leaf', '\"exchangeId\":\"01JD0000000000000000000002\",\"leaf', member.exchangeId",
        "'{\"acceptedAt\":1795077600123,\"durability', '{\"acceptedAt\":1795077600124,\"durability', member.acceptedAt",
        "'\"durability\":\"single-node\",\"entryId', '\"durability\":\"replicated\",\"entryId', member.durability",
        "'\"warnings\":[]', '\"warnings\":[\"E-LATE\"]', member.warnings",
        "'\"at\":1795077600123', '\"at\":1795077600124', leaf.at",
        "'\"act\":\"submit\"', '\"act\":\"answer\"', root.sha256",
        "'\"sender\":\"PSB-LY\"', '\"sender\":\"PSB-XX\"', root.sm3",
        "'c2sp.org/tlog-proof@v1', 'c2sp.org/tlog-proof@v2', proof.sha256",
        "'justicehub/tlog-proof-sm3@v1', 'c2sp.org/tlog-proof@v1', proof.sm3",
        "'iuyKSJeC', 'iuyKSJeD', signature.sha256",
        "'w63S/54A', 'w63S/54B', signature.sm3",
        "'tEUFu68y4G8f2DeqYwPMnJM=', 'tEUFu68y4G8f2DeqYwPMnJI=', signature.sm3",
        "'4h5xZoDF', '4h5xZoDG', inclusion.sha256",
        "'7LCM0oFN', '7LCM0oFM', inclusion.sm3",
        "'\"warnings\":[]}', '\"warnings\":[],\"x\":1}', receipt.form",
        "',\"warnings\":[]}', '}', receipt.form"
    })
    void eachAlteredPartOfTheReceiptIsNamed(String from, String to, String check) throws IOException {
        Path altered = altered(RECEIPT, from, to);
        assertThat(receipt(altered, MESSAGE, KEYRING)).isEqualTo(Main.DIFFERS);
        assertThat(out.toString()).contains("FAIL  " + check).contains("核验不通过");
    }

    @ParameterizedTest
    @CsvSource({
        "INVESTIGATION, PROSECUTION, the payload differs at /payload/stage",
        "msg-2026-000001, msg-2026-000002, message.messageId",
        "16:39:58, 16:39:59, though every field of the payload is the sealed one"
    })
    void eachAlteredPartOfTheMessageIsNamed(String from, String to, String words) throws IOException {
        assertThat(receipt(RECEIPT, altered(MESSAGE, from, to), KEYRING)).isEqualTo(Main.DIFFERS);
        assertThat(out.toString()).contains("FAIL  message.digest.sha256").contains(words);
    }

    @Test
    void aReceiptForAnotherMessageIsRefused() {
        assertThat(receipt(RECEIPT, VECTORS.resolve("answer/message.json"), KEYRING))
                .isEqualTo(Main.DIFFERS);
        assertThat(out.toString()).contains("FAIL  message.messageId");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"fromSize\":0', '\"fromSize\":6', 'valid for sizes 6 to now, not 5'",
        "'\"fromSize\":0', '\"fromSize\":0,\"toSize\":4', 'valid for sizes 0 to 4, not 5'",
        "'\"origin\":\"hub.sandbox.invalid', '\"origin\":\"hub.other.invalid', 'no key for the origin'"
    })
    void aKeyringThatDoesNotFitIsNamed(String from, String to, String words) throws IOException {
        assertThat(receipt(RECEIPT, MESSAGE, altered(KEYRING, from, to))).isEqualTo(Main.DIFFERS);
        assertThat(out.toString()).contains("FAIL  signature.sha256").contains(words);
    }

    @Test
    void oneTreeAloneIsLookedAtWhenAskedFor() throws IOException {
        Path altered = altered(RECEIPT, "7LCM0oFN", "7LCM0oFM");
        assertThat(run("receipt", altered.toString(), "--keyring", KEYRING.toString(), "--only", "sm3"))
                .isEqualTo(Main.DIFFERS);
        assertThat(run("receipt", altered.toString(), "--keyring", KEYRING.toString(), "--only", "sha256"))
                .isZero();
        assertThat(out.toString()).contains("Only one of the two trees");
    }

    @Test
    void theVerdictIsPrintedAsJson() throws IOException {
        Path altered = altered(RECEIPT, "\"entryId\":\"1-1\"", "\"entryId\":\"1-4\"");
        assertThat(run("receipt", altered.toString(), "--keyring", KEYRING.toString(), "--json"))
                .isEqualTo(Main.DIFFERS);
        assertThat(out.toString())
                .startsWith("{\"checks\":[")
                .endsWith("\"verdict\":\"not_ok\"}" + System.lineSeparator())
                .contains("{\"actual\":\"4\",\"expected\":\"1\",\"name\":\"entryId.index.sha256\",\"ok\":false}");
    }

    @Test
    void unusableInputIsExitCodeTwo() throws IOException {
        byte[] whole = Files.readAllBytes(RECEIPT);
        Path truncated = Files.write(folder.resolve("truncated"), Arrays.copyOf(whole, whole.length / 2));
        Path empty = Files.write(folder.resolve("empty"), new byte[0]);
        Path badKeyring = Files.writeString(folder.resolve("keyring"), "{}\n");
        assertThat(receipt(truncated, MESSAGE, KEYRING)).isEqualTo(Main.UNUSABLE);
        assertThat(receipt(empty, MESSAGE, KEYRING)).isEqualTo(Main.UNUSABLE);
        assertThat(receipt(MESSAGE, MESSAGE, KEYRING)).isEqualTo(Main.UNUSABLE);
        assertThat(out.toString()).contains("无法核验");
        assertThat(receipt(folder.resolve("none"), MESSAGE, KEYRING)).isEqualTo(Main.UNUSABLE);
        assertThat(receipt(RECEIPT, folder, KEYRING)).isEqualTo(Main.UNUSABLE);
        assertThat(receipt(RECEIPT, MESSAGE, badKeyring)).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("cannot read").contains("keyring line 1");
    }

    @Test
    void badUsageIsExitCodeTwo() {
        assertThat(run("receipt")).isEqualTo(Main.UNUSABLE);
        assertThat(run("receipt", RECEIPT.toString())).isEqualTo(Main.UNUSABLE);
        assertThat(run("receipt", RECEIPT.toString(), "--keyring", KEYRING.toString(), "--only", "md5"))
                .isEqualTo(Main.UNUSABLE);
        assertThat(run("nothing")).isEqualTo(Main.UNUSABLE);
        assertThat(run()).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("--keyring");
    }

    @Test
    void helpAndVersionArePrinted() {
        assertThat(run("--help")).isZero();
        assertThat(run("receipt", "--help")).isZero();
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("Exit codes").contains("--message").contains("verifier ");
    }

    private int receipt(Path receipt, Path message, Path keyring) {
        return run("receipt", receipt.toString(), "--message", message.toString(), "--keyring", keyring.toString());
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private Path altered(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Path altered = folder.resolve("altered-" + file.getFileName());
        return Files.write(altered, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }
}
