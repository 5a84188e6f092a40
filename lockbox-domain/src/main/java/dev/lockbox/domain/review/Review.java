package dev.lockbox.domain.review;

import dev.lockbox.domain.identity.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be reviewed before a yes, as the rules had it when the request was opened, and who has
 * begun to.
 *
 * @param dwell how long before their yes somebody must have begun; empty where nobody need review
 * @param begun by each person the last time, in the order in which they began
 */
public record Review(Optional<Duration> dwell, List<Reading> begun) {
  /** Nobody need review, and nobody has. */
  public static final Review NONE = new Review(Optional.empty(), List.of());

  public Review {
    begun = List.copyOf(begun);
  }

  public boolean isRequired() {
    return dwell.isPresent();
  }

  public Review requiring(Duration wanted) {
    return new Review(Optional.of(wanted), begun);
  }

  /**
   * What this person and nobody else has begun.
   *
   * @param since the version in which the terms were settled that stand; whoever began with others
   *     before them has begun nothing
   */
  public Optional<Reading> by(PersonId person, long since) {
    return begun.stream()
        .filter(one -> one.by().equals(person) && one.version() >= since)
        .findFirst();
  }

  /** What they began before is of terms that stand no more. */
  public Review with(Reading reading) {
    var more = new ArrayList<>(begun);
    more.removeIf(one -> one.by().equals(reading.by()));
    more.add(reading);
    return new Review(dwell, more);
  }
}
