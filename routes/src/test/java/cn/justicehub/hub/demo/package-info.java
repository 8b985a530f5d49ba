/** The demonstration, as a test. */
@NullMarked
package cn.justicehub.hub.demo;

import org.jspecify.annotations.NullMarked;
