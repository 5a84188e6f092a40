package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.InsidePlots.ANNA_ALONE;
import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.AUTOMATIC;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.BRIEF;
import static dev.lockbox.simulator.history.Plots.CARLA;
import static dev.lockbox.simulator.history.Plots.EVA;
import static dev.lockbox.simulator.history.Plots.PACED;
import static dev.lockbox.simulator.history.Script.ORDINARY;

import dev.lockbox.simulator.people.Wish;
import java.util.List;
import java.util.function.UnaryOperator;

/** Scenes of requests for practice, and of those in earnest beside them. */
final class PracticeScenes {
  static final List<UnaryOperator<Script>> ALL =
      List.of(
          PracticeScenes::completed,
          PracticeScenes::narrowed,
          PracticeScenes::saidNoTo,
          PracticeScenes::tooMuch,
          PracticeScenes::settledBeforehand,
          PracticeScenes::besideWhatWaits,
          PracticeScenes::followed,
          PracticeScenes::whileFrozen,
          PracticeScenes::amiss);

  /** The variant of the settings under which two must say yes. */
  private static final int TWO = 1;

  /** The variant of the settings under which only some may be asked for. */
  private static final int PODS_ONLY = 26;

  /** The variant of what is asked for no time at all. */
  private static final int FOR_NO_TIME = 10;

  /** The variant of a yes to ten minutes only. */
  private static final int TEN_MINUTES = 1;

  /** The variant of a request that extends the one before it. */
  private static final int EXTENDING = 5;

  /** The variants of what is asked for in the name of practice. */
  private static final int IN_ITS_NAME = 4;

  private static final int IN_CAPITALS = 7;

  private PracticeScenes() {}

  /** A gateway tries to go in by it, before and after both have said yes, who are one at first. */
  private static Script completed(Script script) {
    return tried(tried(script.rules(TWO).practised()).approved().approved().approvedBy(BEN))
        .approvedBy(CARLA);
  }

  private static Script tried(Script script) {
    return script
        .ask(Wish.START_SESSION, EVA)
        .ask(Wish.REPORT_ACTION, EVA)
        .ask(Wish.AUTHORISE_ACTION, EVA)
        .worked();
  }

  /** Asked about, offered less, narrowed by one; and somebody is not of the customer. */
  private static Script narrowed(Script script) {
    return script
        .rules(TWO)
        .ask(Wish.START_PRACTICE, EVA)
        .practised()
        .ask(Wish.ASK_QUESTION, BEN)
        .ask(Wish.COUNTER_OFFER, ANNA)
        .worked()
        .ask(Wish.APPROVE, ANNA, TEN_MINUTES)
        .worked()
        .approvedBy(BEN);
  }

  /** One is denied, one taken back, the ticket of one is resolved, and one forgotten. */
  private static Script saidNoTo(Script script) {
    return script
        .rules(ORDINARY)
        .practised()
        .ask(Wish.DENY, BEN)
        .about(1)
        .practised()
        .ask(Wish.WITHDRAW, ANNA)
        .about(2)
        .practised()
        .ask(Wish.RESOLVE_TICKET, ANNA)
        .about(3)
        .practised()
        .toDeadline(0)
        .approved()
        .ask(Wish.RING, ANNA)
        .worked();
  }

  /** A fourth waits until one has come to its end. */
  private static Script tooMuch(Script script) {
    return script
        .rules(ORDINARY)
        .practised()
        .about(1)
        .practised()
        .about(2)
        .practised()
        .about(3)
        .practised()
        .about(1)
        .approved()
        .about(3)
        .practised();
  }

  /** What a rule would approve or deny is asked of people; in its name nothing is in earnest. */
  private static Script settledBeforehand(Script script) {
    return script
        .rules(AUTOMATIC)
        .practised(BRIEF)
        .approved()
        .about(1)
        .openedAmiss(IN_ITS_NAME)
        .openedAmiss(IN_CAPITALS);
  }

  /** Where one at a time may wait, practice is none of them; nor is to be denied it a denial. */
  private static Script besideWhatWaits(Script script) {
    return script
        .rules(PACED)
        .practised()
        .about(1)
        .opened()
        .approved()
        .about(0)
        .ask(Wish.DENY, BEN)
        .worked()
        .about(2)
        .opened();
  }

  private static Script followed(Script script) {
    return script
        .rules(ORDINARY)
        .practised()
        .approved()
        .about(1)
        .openedBehind(EXTENDING)
        .approved();
  }

  private static Script whileFrozen(Script script) {
    return script.rules(ORDINARY).practised().frozen().approved().released().approved();
  }

  /** What was closed first, is for no time, too wide, or more than there is anybody to approve. */
  private static Script amiss(Script script) {
    return script
        .rules(ORDINARY)
        .ask(Wish.WITHDRAW, ANNA)
        .worked()
        .practised()
        .about(1)
        .practised(FOR_NO_TIME)
        .rules(PODS_ONLY)
        .practised()
        .rules(TWO)
        .ask(Wish.REPLACE_APPROVERS, EVA, ANNA_ALONE)
        .worked()
        .practised();
  }
}
