package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ALL_THREE;
import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.CARLA;
import static dev.lockbox.simulator.history.Script.ORDINARY;

import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Scenes of who says yes, when, how often and to what; and of what is said about it before. */
final class DecisionScenes {
  static final List<UnaryOperator<Script>> ALL =
      List.of(
          DecisionScenes::atTheDeadline,
          DecisionScenes::twice,
          DecisionScenes::outOfTurn,
          DecisionScenes::inAnothersName,
          DecisionScenes::whileAnOfferStands,
          DecisionScenes::ofWhoAsked,
          DecisionScenes::paused,
          DecisionScenes::whileSuspect,
          DecisionScenes::fallenBack,
          DecisionScenes::amiss,
          DecisionScenes::following,
          DecisionScenes::followingNothing,
          DecisionScenes::resolved);

  /** The variants of the settings under which two must say yes. */
  private static final int TWO = 1;

  /** The variant of the settings under which questions stop the clock. */
  private static final int PATIENT = 23;

  /** The variants of an offer of more than was asked for, and of just that. */
  private static final int OF_MORE = 1;

  private static final int OF_THE_SAME = 5;

  /** The variant in which somebody else than the engineer speaks. */
  private static final int ANYBODY = 3;

  /** The variants of a request behind another: with one something is claimed of that too. */
  private static final int HANDING_OVER = 4;

  private static final int EXTENDING = 5;
  private static final int CLAIMING = 6;
  private static final int AGAIN = 12;

  private static final Duration TICK = Duration.ofMillis(1);

  private DecisionScenes() {}

  /** An alarm a millisecond too early, then a yes that is too late, and a no that is not. */
  private static Script atTheDeadline(Script script) {
    return script
        .rules(ORDINARY)
        .opened()
        .toDeadline(-1)
        .ask(Wish.RING, ANNA)
        .worked()
        .passed(TICK)
        .approved()
        .ask(Wish.WITHDRAW, ANNA)
        .worked();
  }

  /** One of two says yes once more. */
  private static Script twice(Script script) {
    return script.rules(TWO).opened().approved().approved();
  }

  /** Who may say yes in the second stage does in the first; who may in the first does in both. */
  private static Script outOfTurn(Script script) {
    return script
        .rules(Plots.GROUPED)
        .opened()
        .approved()
        .ask(Wish.APPROVE, BEN)
        .worked()
        .ask(Wish.APPROVE, BEN)
        .worked();
  }

  /**
   * Another engineer answers, is content with less and takes it back, and a stranger says no; then
   * its own is content, and somebody says yes.
   */
  private static Script inAnothersName(Script script) {
    return script
        .rules(ORDINARY)
        .opened()
        .ask(Wish.ASK_QUESTION, BEN)
        .ask(Wish.COUNTER_OFFER, ANNA)
        .worked()
        .ask(Wish.ANSWER_QUESTION, BEN, ANYBODY)
        .ask(Wish.ACCEPT_OFFER, BEN, ANYBODY)
        .ask(Wish.WITHDRAW, BEN, ANYBODY)
        .ask(Wish.DENY, CARLA)
        .worked()
        .ask(Wish.ACCEPT_OFFER, ANNA)
        .worked()
        .approved();
  }

  /** More is offered, the same, and less; which is taken back, accepted, and offered again. */
  private static Script whileAnOfferStands(Script script) {
    return script
        .rules(ORDINARY)
        .opened()
        .ask(Wish.COUNTER_OFFER, ANNA, OF_MORE)
        .ask(Wish.COUNTER_OFFER, ANNA, OF_THE_SAME)
        .ask(Wish.COUNTER_OFFER, ANNA)
        .worked()
        .ask(Wish.WITHDRAW_OFFER, ANNA)
        .worked()
        .ask(Wish.COUNTER_OFFER, ANNA)
        .worked()
        .askBehind(Wish.ACCEPT_OFFER, ANNA, 1)
        .worked()
        .approved();
  }

  /** Somebody becomes an approver, asks, and says yes to what is older. */
  private static Script ofWhoAsked(Script script) {
    return script
        .rules(ORDINARY)
        .opened()
        .ask(Wish.REPLACE_APPROVERS, ANNA, ALL_THREE)
        .ask(Wish.ASK_QUESTION, CARLA)
        .worked()
        .ask(Wish.APPROVE, CARLA)
        .worked();
  }

  /** The clock stands still until there is an answer, and does not while nobody vouches for it. */
  private static Script paused(Script script) {
    return script
        .rules(PATIENT)
        .opened()
        .ask(Wish.ASK_QUESTION, BEN)
        .worked()
        .passed(Duration.ofMinutes(10))
        .ask(Wish.ANSWER_QUESTION, ANNA)
        .worked()
        .clockAhead(Duration.ofMinutes(5))
        .ask(Wish.ASK_QUESTION, ANNA)
        .worked()
        .clockRight();
  }

  /** One is denied, and the time of another is up, while nobody vouches for the clock. */
  private static Script whileSuspect(Script script) {
    return script
        .rules(ORDINARY)
        .opened()
        .about(1)
        .opened()
        .clockAhead(Duration.ofMinutes(5))
        .then(new Operation.Tick())
        .ask(Wish.DENY, BEN)
        .worked()
        .about(0)
        .toDeadline(0)
        .ask(Wish.RING, ANNA)
        .worked()
        .clockRight();
  }

  /** The time is up, and the clock falls back before that by less than makes it suspect. */
  private static Script fallenBack(Script script) {
    return script
        .rules(ORDINARY)
        .opened()
        .toDeadline(0)
        .clockAhead(Duration.ofSeconds(-10))
        .approved()
        .clockRight();
  }

  /** What cannot be asked for is, each for a reason of its own. */
  private static Script amiss(Script script) {
    return script
        .rules(ORDINARY)
        .openedAmiss(5)
        .about(1)
        .openedAmiss(6)
        .openedAmiss(12)
        .about(2)
        .openedAmiss(13)
        .about(3)
        .openedAmiss(14);
  }

  /** A grant is extended, handed over to the same engineer, and what did not come of that again. */
  private static Script following(Script script) {
    return script
        .rules(ORDINARY)
        .granted(EXTENDING)
        .about(1)
        .openedBehind(EXTENDING)
        .approved()
        .about(2)
        .openedBehind(HANDING_OVER)
        .about(3)
        .openedBehind(AGAIN);
  }

  /**
   * Behind nothing there is an extension, whatever is claimed; behind what was denied there is
   * none.
   */
  private static Script followingNothing(Script script) {
    return script
        .rules(ORDINARY)
        .about(1)
        .openedBehind(CLAIMING)
        .about(2)
        .opened()
        .ask(Wish.DENY, ANNA)
        .worked()
        .about(3)
        .openedBehind(EXTENDING);
  }

  /** A ticket is resolved before what was to be asked for by it, and while there is a grant. */
  private static Script resolved(Script script) {
    return script
        .rules(ORDINARY)
        .ask(Wish.RESOLVE_TICKET, ANNA)
        .opened()
        .about(1)
        .granted()
        .ask(Wish.RESOLVE_TICKET, ANNA)
        .worked();
  }
}
