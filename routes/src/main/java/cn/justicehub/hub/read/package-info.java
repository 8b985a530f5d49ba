/** What callers may look at: exchanges, messages, receipts, inboxes. */
@NullMarked
package cn.justicehub.hub.read;

import org.jspecify.annotations.NullMarked;
