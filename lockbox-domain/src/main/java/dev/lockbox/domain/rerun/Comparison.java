package dev.lockbox.domain.rerun;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rerun.Reception.Granted;
import java.time.Instant;

/**
 * One past request, under the rules that stand and under others.
 *
 * @param askedAt when it was asked for
 * @param standing what the rules of today make of it; not what those of its time made of it
 * @param proposed what the others make of it
 */
public record Comparison(
    RequestId request, PersonId engineer, Instant askedAt, Reception standing, Reception proposed) {
  public boolean isChanged() {
    return !standing.equals(proposed);
  }

  /** Whether nobody would be asked any more, and access granted. */
  public boolean isNewlyGranted() {
    return proposed instanceof Granted && !(standing instanceof Granted);
  }
}
