/** The command line program that checks receipts, offline, and the published log; without trust in the hub. */
@NullMarked
package cn.justicehub.verifier;

import org.jspecify.annotations.NullMarked;
