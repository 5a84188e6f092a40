package dev.lockbox.simulator.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time for deciding, which stands still while questions wait; from docs/rules.md.
 *
 * @param due until when it can be decided, were none of them answered
 * @param since when it began to stand still
 * @param before until when it could be decided by then
 */
record Standstill(Instant due, Optional<Instant> since, Optional<Instant> before) {
  static Standstill none(Instant due) {
    return new Standstill(due, Optional.empty(), Optional.empty());
  }

  /**
   * Somebody asks: for all questions together it stands still for no longer than a tenant lets it.
   *
   * @param latest with all the delay that the tenant lets there be
   * @param mayDelay whether a yes may be helped just then
   */
  Standstill asked(Instant at, Instant latest, boolean mayDelay) {
    return mayDelay && since.isEmpty() && latest.isAfter(due)
        ? new Standstill(latest, Optional.of(at), Optional.of(due))
        : this;
  }

  /** The last open question is answered: what is left of the time begins to run again. */
  Standstill answered(Instant at) {
    if (since.isEmpty()) {
      return this;
    }
    var stood = Duration.between(since.get(), at);
    var held = before.orElseThrow();
    var resumed = stood.isNegative() ? held : held.plus(stood);
    return none(resumed.isAfter(due) ? due : resumed);
  }
}
