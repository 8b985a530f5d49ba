/** The broker that carries work: embedded with a durable journal, or the operator's. */
@NullMarked
package cn.justicehub.hub.broker;

import org.jspecify.annotations.NullMarked;
