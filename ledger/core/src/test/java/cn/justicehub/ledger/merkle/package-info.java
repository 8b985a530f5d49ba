/** Tests of the package of the same name. */
@NullMarked
package cn.justicehub.ledger.merkle;

import org.jspecify.annotations.NullMarked;
