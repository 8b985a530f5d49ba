/** The borders between modules and packages, and the habits that keep them readable, held by tests. */
@NullMarked
package cn.justicehub.hub.architecture;

import org.jspecify.annotations.NullMarked;
