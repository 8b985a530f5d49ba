/** The Justice Hub as one Spring Boot application. */
@NullMarked
package cn.justicehub.hub;

import org.jspecify.annotations.NullMarked;
