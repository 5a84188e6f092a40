package dev.lockbox.events.message;

import dev.lockbox.domain.Posture;
import dev.lockbox.domain.identity.CommandId;

/**
 * What every customer on a partition is to know of a device. Stands on each partition of the
 * command log, in the same bytes.
 *
 * @param id fresh for every posture that was told
 */
public record HeedPosture(CommandId id, Posture posture) implements CommandLogEntry {}
