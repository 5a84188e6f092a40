package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ALL_THREE;
import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.AUTOMATIC;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.BRIEF;
import static dev.lockbox.simulator.history.Plots.BY_SSH;
import static dev.lockbox.simulator.history.Plots.DENIED;
import static dev.lockbox.simulator.history.Plots.EVA;
import static dev.lockbox.simulator.history.Plots.PACED;
import static dev.lockbox.simulator.history.Plots.SAID_WELL;
import static dev.lockbox.simulator.history.Plots.TWO_ADMINS;
import static dev.lockbox.simulator.history.Script.ORDINARY;

import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Scenes of what a tenant has decided beforehand, of its own or of what may be asked of it. */
final class RuleScenes {
  static final List<UnaryOperator<Script>> ALL =
      List.of(
          RuleScenes::bothWays,
          RuleScenes::whileFrozen,
          RuleScenes::outOfHours,
          RuleScenes::deniedMeanwhile,
          RuleScenes::outOfBounds,
          RuleScenes::oneAtATime,
          RuleScenes::deniedTwice,
          RuleScenes::belowThePlan,
          RuleScenes::byAFormerAdmin);

  /** The variant of a request that lasts long. */
  private static final int FOR_HOURS = 8;

  /** The variants of the settings under which only some may be asked for, or needs nobody's yes. */
  private static final int PODS_ONLY = 26;

  private static final int ENROLLED_IN_PART = 10;
  private static final int WITH_A_TICKET = 3;
  private static final int FOR_MAINTENANCE = 20;

  private static final int LESSER_PLAN = 1;
  private static final int BOTH_ISSUERS = 3;

  /** The variant of the members in which Ben administers no more. */
  private static final int WITHOUT_BEN = 3;

  private static final Duration TO_THE_EVENING = Duration.ofHours(13);

  private RuleScenes() {}

  /** What is approved by one rule and denied by another; and then for who has changed the rules. */
  private static Script bothWays(Script script) {
    return script
        .rules(AUTOMATIC)
        .opened(FOR_HOURS)
        .ask(Wish.REPLACE_APPROVERS, EVA, ALL_THREE)
        .worked()
        .about(1)
        .opened(BRIEF);
  }

  private static Script whileFrozen(Script script) {
    return script.rules(AUTOMATIC).frozen().opened(BRIEF).released();
  }

  /** What waits is denied by a rule, and somebody says yes. */
  private static Script deniedMeanwhile(Script script) {
    return script.rules(ORDINARY).opened().rules(DENIED).approved();
  }

  /** Approved by a rule, under conditions; and out of hours by nobody. */
  private static Script outOfHours(Script script) {
    return script
        .rules(AUTOMATIC + 1)
        .opened(SAID_WELL)
        .about(1)
        .opened(BRIEF)
        .ask(Wish.APPROVE, ANNA, BY_SSH)
        .worked()
        .passed(TO_THE_EVENING)
        .about(2)
        .opened(SAID_WELL)
        .approved();
  }

  /** More than the tenant lets anybody ask for, without what it wants, and in part not its own. */
  private static Script outOfBounds(Script script) {
    return script
        .rules(PODS_ONLY)
        .opened()
        .rules(WITH_A_TICKET)
        .opened(BRIEF)
        .rules(FOR_MAINTENANCE)
        .opened(BRIEF)
        .rules(ENROLLED_IN_PART)
        .about(1)
        .opened();
  }

  /** While one waits and while none does, behind a denial, and for several customers at once. */
  private static Script oneAtATime(Script script) {
    return script
        .elsewhere()
        .opened()
        .elsewhere()
        .opened()
        .elsewhere()
        .rules(PACED)
        .granted()
        .about(1)
        .opened()
        .about(2)
        .opened()
        .about(1)
        .ask(Wish.DENY, ANNA)
        .worked()
        .about(2)
        .opened();
  }

  private static Script deniedTwice(Script script) {
    return script
        .rules(PACED + 1)
        .opened()
        .about(1)
        .opened()
        .ask(Wish.DENY, ANNA)
        .worked()
        .about(0)
        .ask(Wish.DENY, BEN)
        .worked()
        .about(2)
        .opened();
  }

  /** Two agree on what is behind the lockbox, and the tenant's plan is a lesser one by then. */
  private static Script belowThePlan(Script script) {
    return script
        .ask(Wish.CHANGE_PLAN, ANNA, LESSER_PLAN)
        .rules(ENROLLED_IN_PART)
        .ask(Wish.CHANGE_PLAN, ANNA)
        .rules(TWO_ADMINS)
        .rules(ENROLLED_IN_PART)
        .ask(Wish.CHANGE_PLAN, ANNA, LESSER_PLAN)
        .ask(Wish.CONFIRM_SETTINGS, BEN)
        .worked();
  }

  /**
   * Who administered at first does no longer, and sets rules; the tenant is there, and moves on.
   */
  private static Script byAFormerAdmin(Script script) {
    return script
        .ask(Wish.REPLACE_MEMBERS, ANNA, WITHOUT_BEN)
        .worked()
        .ask(Wish.CHANGE_SETTINGS, BEN, PACED)
        .ask(Wish.REGISTER_TENANT, ANNA, ALL_THREE)
        .ask(Wish.CHANGE_PLAN, ANNA, LESSER_PLAN)
        .ask(Wish.CHANGE_PLAN, ANNA)
        .ask(Wish.CHANGE_ISSUERS, ANNA, BOTH_ISSUERS)
        .ask(Wish.CHANGE_ISSUERS, ANNA)
        .worked()
        .ask(Wish.REPLACE_MEMBERS, ANNA, ALL_THREE)
        .worked();
  }
}
