/** What waits for an agency that fetches. */
@NullMarked
package cn.justicehub.hub.inbox;

import org.jspecify.annotations.NullMarked;
