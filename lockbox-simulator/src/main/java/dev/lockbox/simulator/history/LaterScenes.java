package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ALL_THREE;
import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Script.ORDINARY;

import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Scenes of access that is agreed on for later, and of what is in its way. */
final class LaterScenes {
  static final List<UnaryOperator<Script>> ALL =
      List.of(
          LaterScenes::denied,
          LaterScenes::early,
          LaterScenes::frozen,
          LaterScenes::suspect,
          LaterScenes::fallenBack);

  /** The variant of a request for in an hour. */
  private static final int IN_AN_HOUR = 5;

  private LaterScenes() {}

  private static Script agreed(Script script) {
    return script.rules(ORDINARY).openedForLater(IN_AN_HOUR).approved();
  }

  private static Script begun(Script script) {
    return script.toDeadline(0).ask(Wish.RING, ANNA).worked();
  }

  private static Script denied(Script script) {
    var told = agreed(script).ask(Wish.DENY, BEN).worked().about(1);
    return agreed(told).ask(Wish.REVOKE, BEN).worked();
  }

  /** By a millisecond. */
  private static Script early(Script script) {
    return begun(agreed(script).toDeadline(-1).ask(Wish.RING, ANNA).worked());
  }

  /** The time comes while something freezes the tenant. */
  private static Script frozen(Script script) {
    return begun(agreed(script).frozen()).released().ask(Wish.RING, ANNA).worked();
  }

  /** The time comes while nobody vouches for the clock. */
  private static Script suspect(Script script) {
    return begun(
            agreed(script).clockAhead(Duration.ofSeconds(90)).then(new Operation.Tick()).worked())
        .clockRight();
  }

  /** The time has come, and the clock falls back before it by less than makes it suspect. */
  private static Script fallenBack(Script script) {
    return agreed(script)
        .toDeadline(0)
        .ask(Wish.REPLACE_APPROVERS, BEN, ALL_THREE)
        .clockAhead(Duration.ofSeconds(-10))
        .ask(Wish.RING, ANNA)
        .worked()
        .clockRight();
  }
}
