/** Measurements of the hub as a server; those of its work lie with the work. */
@NullMarked
package cn.justicehub.hub.metrics;

import org.jspecify.annotations.NullMarked;
