package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.signature.ApproverKeys;
import dev.lockbox.domain.time.Millis;
import java.time.Duration;
import java.time.Instant;

/**
 * Of whom a signature is asked who says yes, with a key of their own. Nobody is ever asked to sign
 * a no, and a signature that is there is looked at whatever is asked for.
 *
 * @param keysWait from a key's registration on nothing that it signs is taken for so long, so that
 *     whoever is told of it can object; in whole milliseconds, nothing to 30 days
 */
public record SignatureRules(Mode mode, Duration keysWait) implements Policy.Part {
  private static final Duration WAIT_MAX = Duration.ofDays(30);

  public static final SignatureRules NONE = new SignatureRules(Mode.OFF, Duration.ofDays(1));

  /** The later, the more is asked. */
  public enum Mode {
    /** Of nobody. */
    OFF,
    /** Of whoever has a key that holds: what was stolen from them else is no yes. */
    OPTIONAL,
    /** Of everybody. Who has no key says no yes, and no rule says it for them. */
    REQUIRED
  }

  public SignatureRules {
    Millis.mustBeWhole("keysWait", keysWait);
    if (keysWait.isNegative() || keysWait.compareTo(WAIT_MAX) > 0) {
      throw new IllegalArgumentException(
          "keysWait must be from PT0S to %s, was %s".formatted(WAIT_MAX, keysWait));
    }
  }

  public boolean isAskedOf(PersonId person, ApproverKeys keys, Instant at) {
    return switch (mode) {
      case OFF -> false;
      case OPTIONAL -> keys.hasOneOf(person, at);
      case REQUIRED -> true;
    };
  }

  /** Whether a yes takes somebody's key, so that nothing is granted by a rule alone. */
  public boolean areRequired() {
    return mode == Mode.REQUIRED;
  }

  /** Whether the others ask for less, or wait less long. */
  public boolean areMoreThan(SignatureRules others) {
    return mode != Mode.OFF
        && (mode.compareTo(others.mode) > 0 || keysWait.compareTo(others.keysWait) > 0);
  }
}
