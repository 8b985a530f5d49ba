/** The hub, whole, for tests: on a real database and broker, in a directory of its own. */
@NullMarked
package cn.justicehub.hub.testing;

import org.jspecify.annotations.NullMarked;
