package cn.justicehub.ledger.log;

import cn.justicehub.ledger.merkle.Tile;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of one generation of a log come from: a folder, HTTP. Paths are those of C2SP tlog-tiles, relative to
 * the log's own place and without a leading slash; those of the SM3 twin begin with {@code sm3/}.
 */
public interface LogSource {

    /**
     * The bytes at a path.
     *
     * @param most no more than these and one byte are read, so that a longer file is seen and cannot exhaust memory
     * @return null when nothing is there
     * @throws IOException when it cannot be told what is there
     */
    byte @Nullable [] read(String path, int most) throws IOException;

    /**
     * One of these tiles that is there; a source where each look costs a request may look for the first and the last alone.
     *
     * @param prefix of the tree: empty, or {@code sm3/}
     * @return null when it found none
     * @throws IOException when it cannot be told what is there
     */
    @Nullable
    Tile anyOf(String prefix, List<Tile> tiles) throws IOException;
}
