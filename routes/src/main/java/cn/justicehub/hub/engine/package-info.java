/** What an act means: a pure function of definition, exchange and message. */
@NullMarked
package cn.justicehub.hub.engine;

import org.jspecify.annotations.NullMarked;
