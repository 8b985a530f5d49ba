/** Whether a published log is what its signed heads say: every leaf, every tile, both trees. */
@NullMarked
package cn.justicehub.ledger.log;

import org.jspecify.annotations.NullMarked;
