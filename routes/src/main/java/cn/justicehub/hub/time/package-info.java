/** The business clock, the working calendar and statutory times: pure. */
@NullMarked
package cn.justicehub.hub.time;

import org.jspecify.annotations.NullMarked;
