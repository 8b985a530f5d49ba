/** Tests of the package of the same name. */
@NullMarked
package cn.justicehub.ledger.note;

import org.jspecify.annotations.NullMarked;
