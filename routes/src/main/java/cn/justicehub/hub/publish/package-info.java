/** The published log: tiles, checkpoints, keyring and fresh proofs. */
@NullMarked
package cn.justicehub.hub.publish;

import org.jspecify.annotations.NullMarked;
