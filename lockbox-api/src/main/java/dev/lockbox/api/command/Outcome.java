package dev.lockbox.api.command;

import dev.lockbox.domain.Recorded;

/** What became of waiting for a verdict. */
sealed interface Outcome {
  /** It was heard, and the view shows it. */
  record Heard(Recorded verdict) implements Outcome {}

  /** Nothing was heard in time. */
  record Silence() implements Outcome {}

  /** The log did not acknowledge the command: it may be there, or not. */
  record Unacknowledged(String why) implements Outcome {}
}
