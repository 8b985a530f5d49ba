/** The sandbox: simulated agencies beside the hub, each an ordinary client of its public API. */
@NullMarked
package cn.justicehub.hub.sandbox;

import org.jspecify.annotations.NullMarked;
