/** Who takes part, which exchange types there are, and the contract that follows from them. */
@NullMarked
package cn.justicehub.hub.discovery;

import org.jspecify.annotations.NullMarked;
