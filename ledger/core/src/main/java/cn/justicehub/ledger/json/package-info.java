/** Strict JSON and its canonical form. */
@NullMarked
package cn.justicehub.ledger.json;

import org.jspecify.annotations.NullMarked;
