/** The demonstration: the flagship exchanges played over HTTP as the agencies would, every receipt verified. */
@NullMarked
package cn.justicehub.hub.demo;

import org.jspecify.annotations.NullMarked;
