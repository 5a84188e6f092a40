package dev.lockbox.domain.rules;

import java.time.Duration;
import java.util.Optional;

/**
 * What holds for a request with an action of high risk, beside what holds for every one. Source:
 * remote debugging is granted with strict time limits and monitoring.
 *
 * @param accessFor the most that may be asked for, and what is granted where no time is asked for;
 *     1 s to 24 h. Empty for the same as of others
 * @param isRecorded whether all that is done must be recorded
 */
public record HighRisk(Optional<Duration> accessFor, boolean isRecorded) {
  /** The same as for others. */
  public static final HighRisk AS_OTHERS = new HighRisk(Optional.empty(), false);

  public HighRisk {
    accessFor.ifPresent(given -> AccessLimits.mustBeAccess("accessFor at high risk", given));
  }
}
