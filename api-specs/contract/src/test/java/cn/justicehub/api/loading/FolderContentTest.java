package cn.justicehub.api.loading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderContentTest {

    @Test
    void digestIsOfPathsAndBytesInOrder() {
        FolderContent folder = FolderContent.of(Map.of("b", "2".getBytes(UTF_8), "a", "1".getBytes(UTF_8)));

        // printf '%s a\n%s b\n' $(printf 1 | sha256sum | cut -d' ' -f1) $(printf 2 | sha256sum | cut -d' ' -f1) |
        // sha256sum
        assertThat(folder.digest()).isEqualTo("49a37c6f09fae537f43764205d44e7d06f7d281bff421c13cda83d2278c18a83");
    }

    @Test
    void digestChangesWithEveryByteAndPath() {
        FolderContent good = Folders.good().content();

        assertThat(good.digest())
                .isEqualTo(BuiltInTypes.content("defence-notice").digest());
        assertThat(Folders.good().with("labels.yaml", "已收到", "收到").content().digest())
                .isNotEqualTo(good.digest());
        assertThat(Folders.good()
                        .with("common/codes.yaml", "一审", "壹审")
                        .content()
                        .digest())
                .isNotEqualTo(good.digest());
    }

    @Test
    void keepsItsBytesToItself() {
        byte[] bytes = "1".getBytes(UTF_8);
        FolderContent folder = FolderContent.of(Map.of("a", bytes));
        bytes[0] = '2';

        assertThat(folder.bytes("a")).isEqualTo("1".getBytes(UTF_8));
        assertThat(folder.bytes("b")).isNull();
    }

    @Test
    void aDirectoryBringsTheCommonFilesOrTakesTheBuiltInOnes(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("common"));
        Files.writeString(directory.resolve("common/codes.yaml"), "CL-OWN: {A: 甲}");
        Files.writeString(directory.resolve("type.yaml"), "type: own");

        FolderContent folder = FolderContent.ofDirectory(directory);

        assertThat(folder.paths())
                .containsExactlyInAnyOrder(
                        "type.yaml", "common/codes.yaml", "common/definitions.json", "common/registers.yaml");
        assertThat(folder.bytes("common/codes.yaml")).isEqualTo("CL-OWN: {A: 甲}".getBytes(UTF_8));
    }

    @Test
    void aTypeLoadsTheSameFromItsDirectoryAndFromWhereItWasStored(@TempDir Path directory) throws Exception {
        for (Map.Entry<String, byte[]> file : Folders.good().content().toMap().entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        ExchangeTypeLoader loader = new ExchangeTypeLoader(Examples.CLOCK);

        assertThat(loader.loadDirectory(directory).digest())
                .isEqualTo(loader.loadBuiltIn("defence-notice").digest())
                .isEqualTo(Folders.good().content().digest());
    }

    @Test
    void listsTheBuiltInTypes() {
        assertThat(BuiltInTypes.names()).contains("defence-notice").doesNotContain("common");
        assertThatThrownBy(() -> BuiltInTypes.content("../common")).isInstanceOf(IllegalArgumentException.class);
    }
}
