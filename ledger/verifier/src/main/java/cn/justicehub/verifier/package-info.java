/** The command line program that checks receipts, offline and without trust in the hub. */
@NullMarked
package cn.justicehub.verifier;

import org.jspecify.annotations.NullMarked;
