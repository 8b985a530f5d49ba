/** How the hub is doing: health and gauges of the ledger and of the work that waits. */
@NullMarked
package cn.justicehub.hub.health;

import org.jspecify.annotations.NullMarked;
