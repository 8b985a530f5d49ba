/** How much of what the hub does at once one agency may have for itself. */
@NullMarked
package cn.justicehub.hub.share;

import org.jspecify.annotations.NullMarked;
