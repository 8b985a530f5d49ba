/** Tests of the package of the same name. */
@NullMarked
package cn.justicehub.ledger.text;

import org.jspecify.annotations.NullMarked;
