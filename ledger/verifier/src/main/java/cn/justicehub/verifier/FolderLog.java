package cn.justicehub.verifier;

import cn.justicehub.ledger.merkle.Tile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log in a folder. */
final class FolderLog implements LogPlace {
    private final Path folder;

    private FolderLog(Path folder) {
        this.folder = folder;
    }

    static FolderLog open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("no folder: " + folder);
        }
        return new FolderLog(folder.toRealPath());
    }

    @Override
    public byte @Nullable [] read(String path, int most) throws IOException {
        return read(folder.resolve(path), most);
    }

    @Override
    public @Nullable Tile anyOf(String prefix, List<Tile> tiles) {
        return tiles.stream()
                .filter(tile -> Files.isRegularFile(folder.resolve(prefix + tile.path())))
                .findFirst()
                .orElse(null);
    }

    @Override
    public byte @Nullable [] keyring(int most) throws IOException {
        return read(folder.resolveSibling("keyring"), most);
    }

    private static byte @Nullable [] read(Path file, int most) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        } catch (IOException failure) {
            throw new IOException("cannot read " + file, failure);
        }
    }
}
