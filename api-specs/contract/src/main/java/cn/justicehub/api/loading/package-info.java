/** Loads an exchange type from its folder, checking it whole: either a type that holds together, or all its faults. */
@NullMarked
package cn.justicehub.api.loading;

import org.jspecify.annotations.NullMarked;
