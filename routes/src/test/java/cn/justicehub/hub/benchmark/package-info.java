/** Measures the hub against its targets (config/BENCHMARKS.md); run by the Maven profile {@code benchmark}, never by tests. */
@NullMarked
package cn.justicehub.hub.benchmark;

import org.jspecify.annotations.NullMarked;
