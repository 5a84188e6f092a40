package dev.lockbox.simulator.oracle;

import java.util.List;
import java.util.Optional;

/**
 * Judges the committed log of one run, by scanning it: slow and plain, so that it can be believed.
 * Of the commands it keeps only which took effect, and reads on where it stopped; everything else
 * is read anew each time. The numbers are those of the history checker's invariants.
 */
public final class Oracle {
  private final List<Invariant> invariants =
      List.of(
          new DenseSequence(), // I8
          new OwnPartition(), // I10
          new OneTerminal(), // I3
          new GrantedByAnother(), // I4
          new GrantedForNoLonger(), // I6
          new PracticeGrantsNothing(),
          new GrantedAsRequired(),
          new ApprovedInsideFirst(),
          new BegunInItsTime(),
          new GrantedAsDecidedBeforehand(),
          new SignedByWhoSaidYes(),
          new NoIsKept(), // I7
          new ClosedOrAlarmed(),
          new ReadOrReminded(),
          new GlassBrokenByTwo(),
          new ReviewedBeforehand(),
          new DelayedNoLonger(),
          new NobodyInWithoutAGrant(),
          new OneGatewayOverAll(),
          new WhatWasDoneIsTakenDown(),
          new MembersByTheirManager(),
          new PassedOnOnce(), // I1, intake
          new AnsweredAsTheRulesSay(), // I1, I2, I11
          new QuarantinedOnce(), // I12
          new FreezesPassedOn(), // I12
          new ReleasedByTheOperator(),
          new CallersToldTheTruth(), // I1, I2, I7, I13, I14
          new NothingLeftUndone()); // I16

  /** The first invariant that does not hold, of a run that nobody has looked at before. */
  public static Optional<Broken> judge(Evidence evidence) {
    return new Oracle().judgeOn(evidence);
  }

  /**
   * The first invariant that does not hold.
   *
   * @param evidence of the same run as last time, and more of it
   */
  public Optional<Broken> judgeOn(Evidence evidence) {
    for (var invariant : invariants) {
      var why = invariant.brokenBy(evidence);
      if (why.isPresent()) {
        return Optional.of(new Broken(invariant.getClass().getSimpleName(), why.get()));
      }
    }
    return Optional.empty();
  }
}
