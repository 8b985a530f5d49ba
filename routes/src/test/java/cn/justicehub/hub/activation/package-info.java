@NullMarked
package cn.justicehub.hub.activation;

import org.jspecify.annotations.NullMarked;
