/** What the hub needs of PostgreSQL beside plain queries. */
@NullMarked
package cn.justicehub.hub.store;

import org.jspecify.annotations.NullMarked;
