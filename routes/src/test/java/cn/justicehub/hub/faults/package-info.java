/** Tries to break the promises: kills, outages, poison, a database that goes back, repeats, a lost broker, full disks. */
@NullMarked
package cn.justicehub.hub.faults;

import org.jspecify.annotations.NullMarked;
