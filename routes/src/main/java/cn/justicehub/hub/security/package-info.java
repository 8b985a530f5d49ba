/** Who calls, and what they may do. */
@NullMarked
package cn.justicehub.hub.security;

import org.jspecify.annotations.NullMarked;
