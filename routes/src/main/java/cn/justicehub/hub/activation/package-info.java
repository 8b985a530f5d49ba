/** Operators bring their folders in force on a running hub. */
@NullMarked
package cn.justicehub.hub.activation;

import org.jspecify.annotations.NullMarked;
