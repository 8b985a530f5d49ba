package cn.justicehub.ledger.merkle;

/** Where the hashes of complete subtrees come from. */
@FunctionalInterface
public interface NodeSource {
    /**
     * The hash over the leaves {@code [index << level, (index + 1) << level)}, all of which exist.
     *
     * @throws RuntimeException of the source's own when it cannot be read
     */
    byte[] node(int level, long index);
}
