package cn.justicehub.hub.intake;

import cn.justicehub.hub.commit.EntryId;

/**
 * The answer to an accepted act.
 *
 * @param entry its record
 * @param receipt the receipt's bytes
 * @param repeat whether the message had been accepted before
 */
public record Answer(EntryId entry, byte[] receipt, boolean repeat) {}
