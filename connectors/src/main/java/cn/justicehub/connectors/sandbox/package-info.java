/** Simulated agencies: ordinary clients of the public API, each with its own keys; nothing in the hub knows of them. */
@NullMarked
package cn.justicehub.connectors.sandbox;

import org.jspecify.annotations.NullMarked;
