/** What became of one record: its receipt, its proofs, its deliveries. */
@NullMarked
package cn.justicehub.hub.message;

import org.jspecify.annotations.NullMarked;
