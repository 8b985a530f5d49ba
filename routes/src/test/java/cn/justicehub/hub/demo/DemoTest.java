package cn.justicehub.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.ledger.receipt.Keyring;
import cn.justicehub.ledger.receipt.Options;
import cn.justicehub.ledger.receipt.ReceiptVerifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration plays to its end, and what it leaves behind verifies again without it. */
class DemoTest {

    @TempDir
    private Path kept;

    @Test
    void playsItsScenariosAndLeavesReceiptsThatVerify() throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int status = new Demo(new PrintStream(told, true, StandardCharsets.UTF_8), kept).run();
        String text = told.toString(StandardCharsets.UTF_8);

        assertThat(text.strip()).endsWith("demo: 4 exchanges, 32 receipts verified, 0 failed");
        assertThat(status).isZero();
        assertThat(text)
                .contains("due 2026-10-08", "due 2026-10-10", "OVERDUE", "LATE", "decline", "法律援助法36", "刑诉法解释49");

        Keyring keyring = Keyring.parse(Files.readAllBytes(kept.resolve("keyring.jsonl")));
        for (Path receipt : receipts()) {
            Path body = kept.resolve(String.valueOf(receipt.getFileName()).replace(".receipt.", ".body."));
            assertThat(ReceiptVerifier.verify(
                                    Files.readAllBytes(receipt), Files.readAllBytes(body), keyring, Options.both())
                            .failures())
                    .isEmpty();
        }
    }

    private List<Path> receipts() throws Exception {
        try (Stream<Path> files = Files.list(kept)) {
            List<Path> receipts = files.filter(file -> file.toString().endsWith(".receipt.json"))
                    .toList();
            assertThat(receipts).hasSize(32);
            return receipts;
        }
    }
}
