/** What operators and auditors look at: deliveries and alarms. */
@NullMarked
package cn.justicehub.hub.operations;

import org.jspecify.annotations.NullMarked;
