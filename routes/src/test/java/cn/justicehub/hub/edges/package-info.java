/** The hub's edges over HTTP: what it refuses, what it never shows, what its contract promises. */
@NullMarked
package cn.justicehub.hub.edges;

import org.jspecify.annotations.NullMarked;
