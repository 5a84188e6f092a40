package dev.lockbox.local.tenant;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import java.time.Duration;

/** What came of applying a tenant's file. */
public sealed interface Applied {
  /** The log says what the file says. */
  record Unchanged() implements Applied {}

  /** It happened, and this is the entry that says so. */
  record Changed(Recorded entry) implements Applied {}

  /** The rules said no. */
  record Refused(CommandRefused why) implements Applied {}

  /** The command stands in the log, and will be decided when a processor runs. */
  record Undecided(Duration waited) implements Applied {}
}
