/** Tests of the generated server interfaces. */
@NullMarked
package cn.justicehub.api.server;

import org.jspecify.annotations.NullMarked;
