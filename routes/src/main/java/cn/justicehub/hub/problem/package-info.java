/** Refusals, and the problem documents (RFC 9457) that tell them. */
@NullMarked
package cn.justicehub.hub.problem;

import org.jspecify.annotations.NullMarked;
