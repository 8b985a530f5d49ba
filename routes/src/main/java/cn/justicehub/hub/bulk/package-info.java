/** What operators decide about many parked deliveries at once: durable, approved where it must be, carried out in small steps. */
@NullMarked
package cn.justicehub.hub.bulk;

import org.jspecify.annotations.NullMarked;
