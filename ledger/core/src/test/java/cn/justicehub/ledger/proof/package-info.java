/** Tests of the package of the same name. */
@NullMarked
package cn.justicehub.ledger.proof;

import org.jspecify.annotations.NullMarked;
