package dev.lockbox.domain.evaluation;

import java.util.List;

/**
 * What the provider's side said and knew of a request, and what its own checks found.
 *
 * @param checks every one there is, in the order of {@link CheckName}; at most {@value #CHECKS_MAX}
 */
public record Evaluation(Details details, Facts facts, List<Check> checks, Outcome outcome) {
  public static final int CHECKS_MAX = 64;
  static final String NOT_REFUSED = "nothing beside these checks that speaks against it";

  /** Where the request goes from here. */
  public enum Outcome {
    /** On to the customer, or to a grant without asking. */
    PASSED,
    /** Nowhere: something that is required is not satisfied. */
    REJECTED,
    /** To the provider's own approvers first. */
    NEEDS_INTERNAL
  }

  public Evaluation {
    checks = List.copyOf(checks);
    Limits.atMost("checks", checks, CHECKS_MAX);
    Limits.distinct("checks", checks.stream().map(Check::name).toList());
    if (outcome != Outcome.REJECTED && checks.stream().anyMatch(Check::isInTheWay)) {
      throw new IllegalArgumentException(
          "a check is in the way, so the outcome must be REJECTED, was %s".formatted(outcome));
    }
  }

  /**
   * The same, of a request that is refused for what is none of the provider's own checks.
   *
   * @param why by name, all that is known to speak against it
   */
  public Evaluation refusedFor(List<String> why) {
    var found = String.join(", ", why);
    var no = new Check(CheckName.ADMISSION, true, Check.Outcome.UNSATISFIED, NOT_REFUSED, found);
    var made = checks.stream().map(one -> one.name() == no.name() ? no : one).toList();
    return new Evaluation(details, facts, made, Outcome.REJECTED);
  }
}
