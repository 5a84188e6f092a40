package dev.lockbox.processor;

import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.LoggedCommand;
import java.time.Instant;

/** A command that was read, and where it stood. */
record Case(LoggedCommand logged, Found found) {
  /** When it was appended to the log: the one clock by which it is decided. */
  Instant at() {
    return Instant.ofEpochMilli(found.timestampMillis());
  }
}
