/** Finding exchanges by key, type, state, flag or due time. */
@NullMarked
package cn.justicehub.hub.search;

import org.jspecify.annotations.NullMarked;
