/** What the hub needs before it runs: its mode, its data directory, and everything an operator must have provided. */
@NullMarked
package cn.justicehub.hub.start;

import org.jspecify.annotations.NullMarked;
