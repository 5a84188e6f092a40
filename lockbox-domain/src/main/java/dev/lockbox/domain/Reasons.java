package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why somebody acts, and why something was found: what may be said of either. */
final class Reasons {
  private static final Pattern CAUSE = Pattern.compile("[A-Z][A-Z_]{0,63}");

  private Reasons() {}

  /** A reason is in the words of whoever acts, so that erasing them takes it away. */
  static void mustBeTheirs(Attempt by, Optional<PersonalText> reason) {
    reason.ifPresent(words -> mustBeOf(by.actor(), words));
  }

  /** As a reason, of somebody who acts through another. */
  static void mustBeOf(PersonId person, PersonalText words) {
    if (!words.subject().equals(person)) {
      throw new IllegalArgumentException(
          "the reason of %s must be theirs, was of %s".formatted(person, words.subject()));
    }
  }

  /** A cause is a name, and never somebody's words. */
  static void mustNameACause(String cause) {
    if (!CAUSE.matcher(cause).matches()) {
      throw new IllegalArgumentException(
          "cause must match %s, was %s characters".formatted(CAUSE.pattern(), cause.length()));
    }
  }
}
