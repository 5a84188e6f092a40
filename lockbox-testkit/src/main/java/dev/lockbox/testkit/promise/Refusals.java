package dev.lockbox.testkit.promise;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import dev.lockbox.testkit.run.Logged;
import java.util.Optional;

/** Refusals among the events. */
final class Refusals {
  private Refusals() {}

  /** The code, when the entry is a refusal. */
  static Optional<String> code(Logged<Recorded> entry) {
    return entry.message().event() instanceof CommandRefused refused
        ? Optional.of(refused.refusal().name())
        : Optional.empty();
  }
}
