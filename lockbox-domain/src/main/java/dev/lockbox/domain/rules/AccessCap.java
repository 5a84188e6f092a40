package dev.lockbox.domain.rules;

import java.time.Duration;
import java.util.Optional;

/**
 * How long access may be asked for, where that is longer than what is granted to who says no time.
 *
 * @param accessMax 1 s to 24 h, in whole milliseconds, and no less than {@link
 *     AccessLimits#accessFor}; empty for the same as that
 */
public record AccessCap(Optional<Duration> accessMax) implements Policy.Part {
  /** Nobody asks for more than is granted to who says no time. */
  public static final AccessCap NONE = new AccessCap(Optional.empty());

  public AccessCap {
    accessMax.ifPresent(given -> AccessLimits.mustBeAccess("accessMax", given));
  }

  public static AccessCap of(Duration accessMax) {
    return new AccessCap(Optional.of(accessMax));
  }

  /** The most that may be asked for under these limits. */
  public Duration over(AccessLimits limits) {
    return accessMax
        .filter(most -> most.compareTo(limits.accessFor()) > 0)
        .orElse(limits.accessFor());
  }

  /** Refuses to be less than what is granted to who says no time. */
  void mustFit(AccessLimits limits) {
    accessMax
        .filter(most -> most.compareTo(limits.accessFor()) < 0)
        .ifPresent(
            less -> {
              throw new IllegalArgumentException(
                  "accessMax must be at least accessFor, which is %s, was %s"
                      .formatted(limits.accessFor(), less));
            });
  }
}
