/** Gaps in senders' numbering. */
@NullMarked
package cn.justicehub.hub.sequence;

import org.jspecify.annotations.NullMarked;
