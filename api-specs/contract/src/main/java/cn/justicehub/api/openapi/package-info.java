/** The HTTP contract: hub.yaml as written by hand, and its expansion to one typed operation per exchange type and act. */
@NullMarked
package cn.justicehub.api.openapi;

import org.jspecify.annotations.NullMarked;
