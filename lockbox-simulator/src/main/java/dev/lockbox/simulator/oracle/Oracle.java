package dev.lockbox.simulator.oracle;

import java.util.List;
import java.util.Optional;

/**
 * Judges the whole committed log anew each time, by scanning it: slow and plain, so that it can be
 * believed. The numbers are those of the history checker's invariants.
 */
public final class Oracle {
  private static final List<Invariant> INVARIANTS =
      List.of(
          new DenseSequence(), // I8
          new OwnPartition(), // I10
          new OneTerminal(), // I3
          new GrantedByAnother(), // I4
          new GrantedForNoLonger(), // I6
          new NoIsKept(), // I7
          new PassedOnOnce(), // I1, intake
          new AnsweredAsTheRulesSay(), // I1, I2, I11
          new QuarantinedOnce(), // I12
          new CallersToldTheTruth(), // I1, I2, I7, I13, I14
          new NothingLeftUndone()); // I16

  private Oracle() {}

  /** The first invariant that does not hold. */
  public static Optional<Broken> judge(Evidence evidence) {
    for (var invariant : INVARIANTS) {
      var why = invariant.brokenBy(evidence);
      if (why.isPresent()) {
        return Optional.of(new Broken(invariant.getClass().getSimpleName(), why.get()));
      }
    }
    return Optional.empty();
  }
}
