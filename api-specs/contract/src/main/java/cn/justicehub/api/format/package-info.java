/** The number formats of the domain: pure checks of what can be known from the characters alone. */
@NullMarked
package cn.justicehub.api.format;

import org.jspecify.annotations.NullMarked;
