/** Receipts, keyrings and the verification of a receipt. */
@NullMarked
package cn.justicehub.ledger.receipt;

import org.jspecify.annotations.NullMarked;
