package dev.lockbox.domain.time;

import java.time.Instant;

/**
 * One place of the log, for whoever is decided there: when it is, and what stands in the way of a
 * yes. Nothing stands in the way of a no.
 *
 * @param appended when the broker put the record there
 * @param effective by which deadlines are judged; never before {@code appended}, nor before any
 *     moment of the same partition that was not suspect
 * @param suspect whether the broker's clock cannot be trusted here
 * @param frozen whether the tenant's grants are frozen here
 */
public record Moment(Instant appended, Instant effective, boolean suspect, boolean frozen) {
  public Moment {
    if (effective.isBefore(appended)) {
      throw new IllegalArgumentException(
          "effective time must not be before %s, was %s".formatted(appended, effective));
    }
  }

  /** Where nothing stands in the way. */
  public static Moment at(Instant appended) {
    return new Moment(appended, appended, false, false);
  }

  public Moment frozen(boolean told) {
    return new Moment(appended, effective, suspect, told);
  }

  /** Whether a deadline has passed; exactly at the deadline it has. */
  public boolean isPast(Instant deadline) {
    return !effective.isBefore(deadline);
  }

  /** As {@link #isPast}, where it can be told: a suspect clock does not make anybody late. */
  public boolean isSurelyPast(Instant deadline) {
    return !suspect && isPast(deadline);
  }
}
