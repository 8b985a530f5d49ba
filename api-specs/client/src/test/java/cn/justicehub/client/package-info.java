/** Tests of the client against a small HTTP server. */
@NullMarked
package cn.justicehub.client;

import org.jspecify.annotations.NullMarked;
