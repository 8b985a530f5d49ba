/** The one database: embedded or the operator's, checked to be durable before anything is written to it. */
@NullMarked
package cn.justicehub.hub.database;

import org.jspecify.annotations.NullMarked;
