/** C2SP signed notes, checkpoints and keys. */
@NullMarked
package cn.justicehub.ledger.note;

import org.jspecify.annotations.NullMarked;
