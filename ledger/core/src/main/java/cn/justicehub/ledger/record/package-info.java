/** Records, their fields, salts, leaves and openings. */
@NullMarked
package cn.justicehub.ledger.record;

import org.jspecify.annotations.NullMarked;
