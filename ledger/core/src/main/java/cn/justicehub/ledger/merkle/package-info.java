/** RFC 6962 trees under SHA-256 and SM3: growth, proofs, tiles. */
@NullMarked
package cn.justicehub.ledger.merkle;

import org.jspecify.annotations.NullMarked;
