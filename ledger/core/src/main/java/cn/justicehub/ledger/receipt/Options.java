package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.merkle.TreeHash;
import java.util.EnumSet;
import java.util.Set;

/**
 * What to verify.
 *
 * @param hashes the trees that must hold; both unless the reader asks for one
 */
public record Options(Set<TreeHash> hashes) {

    /** Refuses to verify nothing. */
    public Options {
        hashes = Set.copyOf(hashes);
        if (hashes.isEmpty()) {
            throw new IllegalArgumentException("at least one hash");
        }
    }

    /** Both trees. */
    public static Options both() {
        return new Options(EnumSet.allOf(TreeHash.class));
    }

    /** One tree alone; what the other says is not looked at. */
    public static Options only(TreeHash hash) {
        return new Options(Set.of(hash));
    }

    boolean wants(TreeHash hash) {
        return hashes.contains(hash);
    }
}
