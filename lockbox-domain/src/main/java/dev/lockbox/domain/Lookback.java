package dev.lockbox.domain;

import dev.lockbox.domain.identity.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * What the customer's people made of access once it was over.
 *
 * @param remindAt from this instant on they are reminded of what was done, once, where none of them
 *     has said by then that they read it; empty: nobody is to be reminded any more
 * @param readBy who said so; empty: nobody has
 */
public record Lookback(Optional<Instant> remindAt, Optional<PersonId> readBy) {
  /** Nobody is to be reminded, and nobody has read anything. */
  public static final Lookback NONE = new Lookback(Optional.empty(), Optional.empty());

  public Lookback {
    if (remindAt.isPresent() && readBy.isPresent()) {
      throw new IllegalArgumentException("nobody is reminded of what was read");
    }
  }

  static Lookback dueAt(Instant remindAt) {
    return new Lookback(Optional.of(remindAt), Optional.empty());
  }

  static Lookback by(PersonId person) {
    return new Lookback(Optional.empty(), Optional.of(person));
  }
}
