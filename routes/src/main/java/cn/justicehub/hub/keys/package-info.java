/** The hub's own secrets: keys in files that only its user may read. */
@NullMarked
package cn.justicehub.hub.keys;

import org.jspecify.annotations.NullMarked;
