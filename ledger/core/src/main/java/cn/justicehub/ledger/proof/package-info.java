/** C2SP tlog-proof texts and their SM3 twin. */
@NullMarked
package cn.justicehub.ledger.proof;

import org.jspecify.annotations.NullMarked;
