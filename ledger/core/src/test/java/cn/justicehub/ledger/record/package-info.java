/** Tests of the package of the same name. */
@NullMarked
package cn.justicehub.ledger.record;

import org.jspecify.annotations.NullMarked;
