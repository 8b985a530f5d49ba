/** Tests of the package of the same name. */
@NullMarked
package cn.justicehub.ledger.json;

import org.jspecify.annotations.NullMarked;
