package dev.lockbox.domain.rules;

import dev.lockbox.domain.time.Millis;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether the tenant's people are reminded of access that is over, and of which none of them has
 * said that they read what was done.
 *
 * @param remindAfter how long after its end, once; in whole milliseconds, an hour to 30 days.
 *     Empty: nobody is reminded
 */
public record ReadingRules(Optional<Duration> remindAfter) implements Policy.Part {
  private static final Duration REMIND_MIN = Duration.ofHours(1);
  private static final Duration REMIND_MAX = Duration.ofDays(30);

  public static final ReadingRules NONE = new ReadingRules(Optional.empty());

  public ReadingRules {
    remindAfter.ifPresent(ReadingRules::mustBeATime);
  }

  public static ReadingRules of(Duration remindAfter) {
    return new ReadingRules(Optional.of(remindAfter));
  }

  private static void mustBeATime(Duration remindAfter) {
    Millis.mustBeWhole("remindAfter", remindAfter);
    if (remindAfter.compareTo(REMIND_MIN) < 0 || remindAfter.compareTo(REMIND_MAX) > 0) {
      throw new IllegalArgumentException(
          "remindAfter must be from %s to %s, was %s"
              .formatted(REMIND_MIN, REMIND_MAX, remindAfter));
    }
  }
}
