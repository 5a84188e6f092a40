package dev.lockbox.events.message;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.identity.CommandId;

/** A command as it stands on the log. */
public record LoggedCommand(CommandId id, Command command) implements CommandLogEntry {}
