package cn.justicehub.hub.commit;

import cn.justicehub.ledger.merkle.CompactRange;

/**
 * The head row: where the log stands.
 *
 * @param generation generation of the log
 * @param origin origin of its SHA-256 tree; the SM3 twin's is {@code <origin>/sm3}
 * @param sha256 right edge of the SHA-256 tree
 * @param sm3 right edge of the SM3 tree
 * @param acceptedAt last acceptance, epoch milliseconds
 */
public record Head(int generation, String origin, CompactRange sha256, CompactRange sm3, long acceptedAt) {

    public long size() {
        return sha256.size();
    }
}
