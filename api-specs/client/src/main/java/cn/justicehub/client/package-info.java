/** Client of the hub's HTTP API: generated operations and models over a small core that keeps every byte. */
@NullMarked
package cn.justicehub.client;

import org.jspecify.annotations.NullMarked;
