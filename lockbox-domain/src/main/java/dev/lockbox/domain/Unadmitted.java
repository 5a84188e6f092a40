package dev.lockbox.domain;

import dev.lockbox.domain.evaluation.Evaluation;

/**
 * A request that was looked at and then refused: it leaves this in the record, and nothing behind
 * its id. Asked for again, it is looked at again.
 *
 * @param evaluation of all checks, the refusals among them; its outcome is REJECTED
 */
public record Unadmitted(Asked asked, Evaluation evaluation) {
  public Unadmitted {
    if (evaluation.outcome() != Evaluation.Outcome.REJECTED) {
      throw new IllegalArgumentException(
          "what is not admitted is REJECTED, was %s".formatted(evaluation.outcome()));
    }
  }
}
