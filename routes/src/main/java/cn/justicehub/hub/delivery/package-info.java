/** Carrying messages to their receivers: delivery rows are the truth, the broker only carries work. */
@NullMarked
package cn.justicehub.hub.delivery;

import org.jspecify.annotations.NullMarked;
