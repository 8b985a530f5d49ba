/** Encryption at rest: data keys, sealed bytes, digests of searchable values. */
@NullMarked
package cn.justicehub.hub.crypto;

import org.jspecify.annotations.NullMarked;
