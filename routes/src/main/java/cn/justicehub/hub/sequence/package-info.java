/** Gaps in the senders' own numbering: what was announced by a later number and never came. */
@NullMarked
package cn.justicehub.hub.sequence;

import org.jspecify.annotations.NullMarked;
