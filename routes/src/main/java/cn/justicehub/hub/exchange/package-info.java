/** One exchange, as its caller may see it. */
@NullMarked
package cn.justicehub.hub.exchange;

import org.jspecify.annotations.NullMarked;
