package dev.lockbox.domain.decision;

import dev.lockbox.domain.evaluation.Evaluation;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a command.
 *
 * @param <E> the events of the aggregate that was asked
 */
public sealed interface Decision<E> {
  /** Yes: this is what happened, in order; never empty. */
  record Accepted<E>(List<E> events) implements Decision<E> {
    public Accepted {
      events = List.copyOf(events);
      if (events.isEmpty()) {
        throw new IllegalArgumentException("what is accepted happens: events must not be empty");
      }
    }
  }

  /**
   * The same attempt was accepted before: its first answer again, and nothing happens.
   *
   * @param version the version that the first acceptance led to
   */
  record Repeated<E>(long version) implements Decision<E> {}

  /**
   * No.
   *
   * @param detail for people: what was expected, what was found and for whom; holds no personal
   *     text
   * @param evaluation what all checks found, where they were made before the no was said
   */
  record Refused<E>(Refusal refusal, String detail, Optional<Evaluation> evaluation)
      implements Decision<E> {
    public Refused(Refusal refusal, String detail) {
      this(refusal, detail, Optional.empty());
    }

    public Refused<E> after(Evaluation found) {
      return new Refused<>(refusal, detail, Optional.of(found));
    }
  }

  @SafeVarargs
  static <E> Decision<E> accept(E... events) {
    return new Accepted<>(List.of(events));
  }

  static <E> Refused<E> refuse(Refusal refusal, String detail) {
    return new Refused<>(refusal, detail);
  }
}
