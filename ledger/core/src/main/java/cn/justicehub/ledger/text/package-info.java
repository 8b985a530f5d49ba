/** Strict readings of hexadecimal, base64 and decimal text: one value, one spelling. */
@NullMarked
package cn.justicehub.ledger.text;

import org.jspecify.annotations.NullMarked;
