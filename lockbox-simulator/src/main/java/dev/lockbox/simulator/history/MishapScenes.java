package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.EVA;
import static dev.lockbox.simulator.history.Script.ORDINARY;

import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Scenes of emergencies, and of records that are not where or as they should be. */
final class MishapScenes {
  static final List<UnaryOperator<Script>> ALL =
      List.of(
          MishapScenes::brokenGlass,
          MishapScenes::badNewsWhileFrozen,
          MishapScenes::misplaced,
          MishapScenes::zombies,
          MishapScenes::killed,
          MishapScenes::undone);

  /** The variant of what is reported without anybody's emergency. */
  private static final int INADVERTENT = 2;

  /** What is asked of an emergency besides. */
  private static final List<Wish> MEANWHILE =
      List.of(Wish.RING_EXCLUSION, Wish.REPORT_EXCLUSION, Wish.ACKNOWLEDGE_EXCLUSION);

  private static final int MANY = 1_000;

  private MishapScenes() {}

  /** Who goes in is the second person, and who asked is, and somebody is who comes too late. */
  private static Script brokenGlass(Script script) {
    return script
        .ask(Wish.REPORT_EXCLUSION, BEN)
        .worked()
        .ask(Wish.CONFIRM_BREAK_GLASS, EVA)
        .ask(Wish.CONFIRM_BREAK_GLASS, BEN)
        .askAll(MEANWHILE)
        .worked()
        .passed(Duration.ofHours(1))
        .ask(Wish.CONFIRM_BREAK_GLASS, ANNA)
        .worked()
        .askAll(MEANWHILE)
        .askAll(List.of(Wish.RING_EXCLUSION, Wish.CONFIRM_BREAK_GLASS))
        .worked();
  }

  /** It is reported, and taken note of by who has no business there. */
  private static Script badNewsWhileFrozen(Script script) {
    return script
        .frozen()
        .ask(Wish.REPORT_EXCLUSION, BEN, INADVERTENT)
        .worked()
        .ask(Wish.ACKNOWLEDGE_EXCLUSION, EVA)
        .worked()
        .released();
  }

  /** The last record is where it should not be, and everybody reads from the first one on. */
  private static Script misplaced(Script script) {
    var told =
        script
            .rules(ORDINARY)
            .ask(Wish.REPLACE_APPROVERS, ANNA, Plots.ALL_THREE)
            .then(new Operation.Misplace(0))
            .worked();
    Mishaps.everybodyReadsAgain().forEach(told::then);
    return told.worked().released();
  }

  /** One process after the other is stopped with something in hand, and comes back with it. */
  private static Script zombies(Script script) {
    var told = script.rules(ORDINARY).opened();
    for (var one = 0; one < World.INSTANCES; one++) {
      told.ask(Wish.ASK_QUESTION, ANNA)
          .then(new Operation.Poll(one, MANY))
          .then(new Operation.Stop(one))
          .then(new Operation.Rebalance(one + 1))
          .worked()
          .then(new Operation.CarryOn(one))
          .then(new Operation.Commit(one))
          .then(new Operation.Rebalance(one))
          .worked();
    }
    return told;
  }

  /** One process after the other is killed in the middle of a commit, and others take over. */
  private static Script killed(Script script) {
    var told = script.rules(ORDINARY).opened();
    for (var one = 0; one < World.INSTANCES; one++) {
      told.ask(Wish.ASK_QUESTION, ANNA)
          .then(new Operation.Poll(one, MANY))
          .then(new Operation.Prepare(one))
          .then(new Operation.Crash(one))
          .then(new Operation.Rebalance(one + 1))
          .ask(Wish.COUNTER_OFFER, BEN)
          .worked()
          .then(new Operation.Start(one))
          .then(new Operation.Rebalance(one));
    }
    return told.worked();
  }

  /** What a tenant sets is decided, undone, and decided again; and so is what nobody can read. */
  private static Script undone(Script script) {
    var told =
        script.rules(ORDINARY).ask(Wish.REPLACE_APPROVERS, ANNA, Plots.ALL_THREE).misaddressed();
    for (var one = 0; one < World.INSTANCES; one++) {
      told.then(new Operation.Poll(one, MANY));
    }
    for (var one = 0; one < World.INSTANCES; one++) {
      told.then(new Operation.Abort(one));
    }
    return told.worked().released();
  }
}
