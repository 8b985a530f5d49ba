@NullMarked
package cn.justicehub.hub.bulk;

import org.jspecify.annotations.NullMarked;
