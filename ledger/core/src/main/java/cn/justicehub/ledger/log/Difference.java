package cn.justicehub.ledger.log;

import org.jspecify.annotations.Nullable;

/**
 * The first thing that does not fit.
 *
 * @param path of the file, relative to the log's own place
 * @param index of the leaf (entry bundles, tiles of level 0) or of the hash within its level (higher tiles); null when the
 *     file as a whole is meant
 * @param problem what is wrong there
 */
public record Difference(String path, @Nullable Long index, String problem) {

    /** In one line. */
    @Override
    public String toString() {
        return path + (index == null ? "" : ", index " + index) + ": " + problem;
    }
}
