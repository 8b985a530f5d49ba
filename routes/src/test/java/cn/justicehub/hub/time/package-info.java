/** Tests of statutory time against the law's own examples and its invariants. */
@NullMarked
package cn.justicehub.hub.time;

import org.jspecify.annotations.NullMarked;
