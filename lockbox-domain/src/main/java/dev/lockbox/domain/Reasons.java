package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.PersonalText;
import java.util.Optional;

/** A reason is in the words of whoever acts, so that erasing them takes it away. */
final class Reasons {
  private Reasons() {}

  static void mustBeTheirs(Attempt by, Optional<PersonalText> reason) {
    if (reason.isPresent() && !reason.get().subject().equals(by.actor())) {
      throw new IllegalArgumentException(
          "the reason of %s must be theirs, was of %s"
              .formatted(by.actor(), reason.get().subject()));
    }
  }
}
