package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Script.ORDINARY;
import static dev.lockbox.simulator.history.SessionPlots.TOLD_BY_LOG;

import dev.lockbox.simulator.people.Wish;
import java.util.List;
import java.util.function.UnaryOperator;

/** Scenes of what is told of a target: what it lets engineers do, and what its own log has. */
final class TargetScenes {
  static final List<UnaryOperator<Script>> ALL =
      List.of(
          TargetScenes::whileGranted,
          TargetScenes::behindTheEnd,
          TargetScenes::whileFrozen,
          TargetScenes::ofPractice,
          TargetScenes::byOneId);

  /** The variant of what is done, by the target's log, where nobody was granted anything. */
  private static final int ELSEWHERE = 3;

  /** The variants of access that was found, for two reasons, and with no request. */
  private static final int TWO_FINDINGS = 5;

  private static final int OF_NO_REQUEST = 11;

  private TargetScenes() {}

  /** All of it is told twice, while somebody is in; who stays in, and is counted once. */
  private static Script whileGranted(Script script) {
    return again(
            again(
                again(
                    script.rules(ORDINARY).granted().ask(Wish.START_SESSION, ANNA).worked(),
                    Wish.REPORT_NOT_PROVISIONED,
                    0),
                Wish.REPORT_PROVISIONED,
                0),
            Wish.REPORT_UNGRANTED,
            TWO_FINDINGS)
        .ask(Wish.NOTE_ACTIVITY, ANNA)
        .worked()
        .ask(Wish.REVOKE, BEN)
        .worked();
  }

  private static Script again(Script script, Wish wish, int variant) {
    return script.ask(wish, ANNA, variant).worked().then(new Operation.Retry(0)).worked();
  }

  /** Twice told by the target's own log, inside the grant, outside of it, and behind its end. */
  private static Script behindTheEnd(Script script) {
    var told =
        again(script.rules(ORDINARY).granted(), Wish.REPORT_ACTION, TOLD_BY_LOG)
            .ask(Wish.REPORT_ACTION, ANNA, ELSEWHERE)
            .ask(Wish.REVOKE, BEN)
            .worked();
    return again(told, Wish.REPORT_ACTION, TOLD_BY_LOG)
        .ask(Wish.REPORT_UNGRANTED, ANNA)
        .ask(Wish.REPORT_PROVISIONED, ANNA)
        .worked();
  }

  private static Script whileFrozen(Script script) {
    return script
        .rules(ORDINARY)
        .granted()
        .frozen()
        .ask(Wish.REPORT_UNGRANTED, ANNA)
        .ask(Wish.REPORT_UNGRANTED, ANNA, OF_NO_REQUEST)
        .ask(Wish.REPORT_ACTION, ANNA, TOLD_BY_LOG)
        .worked()
        .released();
  }

  /** A gateway and a target say one thing, and by the same id another. */
  private static Script byOneId(Script script) {
    var told = script.rules(ORDINARY).granted();
    for (var wish : List.of(Wish.START_SESSION, Wish.REPORT_ACTION, Wish.REPORT_UNGRANTED)) {
      told.askByOneId(wish, 0).worked().askByOneId(wish, 1).worked();
    }
    return told;
  }

  /** Practice is set up nowhere; and who says that it is, is taken down. */
  private static Script ofPractice(Script script) {
    return script
        .rules(ORDINARY)
        .practised()
        .approved()
        .ask(Wish.REPORT_PROVISIONED, ANNA)
        .ask(Wish.REPORT_UNGRANTED, ANNA)
        .worked();
  }
}
