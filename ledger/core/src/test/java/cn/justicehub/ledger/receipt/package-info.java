/** Tests of the package of the same name. */
@NullMarked
package cn.justicehub.ledger.receipt;

import org.jspecify.annotations.NullMarked;
