package dev.lockbox.testkit.promise;

import dev.lockbox.testkit.run.Run;
import java.util.List;

/** All promises at once. */
public final class Checker {
  private static final List<Promise> ALL =
      List.of(
          new NothingLost(),
          new NothingDoubled(),
          new DenseSequence(),
          new InOrderPerRequest(),
          new DecidedAsTheRulesSay(),
          new FoldOfEventsEqualsState(),
          new NoGrantWithoutAnothersApproval(),
          new NoLateGrant(),
          new OneTerminal(),
          new NoIsKept(),
          new AuditMatchesEvents(),
          new QuarantineIsOnRecord(),
          new NoOtherTenantsIds(),
          new AnsweredInRealTime(),
          new NothingLeftOpen());

  private Checker() {}

  public static List<Promise> promises() {
    return ALL;
  }

  /** What is wrong in this run; empty when every promise was kept. */
  public static List<Broken> judge(Run run) {
    return ALL.stream().flatMap(promise -> promise.judge(run).stream()).toList();
  }
}
