/** Statutory times as they lapse: hub acts, each done once. */
@NullMarked
package cn.justicehub.hub.clock;

import org.jspecify.annotations.NullMarked;
