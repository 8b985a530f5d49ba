/** Statutory time: the business calendar and the arithmetic of clocks, pure functions of what they are given. */
@NullMarked
package cn.justicehub.hub.time;

import org.jspecify.annotations.NullMarked;
