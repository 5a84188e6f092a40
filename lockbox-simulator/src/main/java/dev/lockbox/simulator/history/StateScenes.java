package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.CLOSING;
import static dev.lockbox.simulator.history.Script.ORDINARY;

import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scenes in which everything is asked that leaves things as they are. */
final class StateScenes {
  static final List<UnaryOperator<Script>> ALL =
      Stream.concat(
              garbled(),
              Stream.<UnaryOperator<Script>>of(
                  StateScenes::faulted,
                  StateScenes::closing,
                  StateScenes::closedLate,
                  StateScenes::pending,
                  StateScenes::granted,
                  StateScenes::scheduled,
                  StateScenes::overdue))
          .toList();

  /** The variant of a request for in ten hours. */
  private static final int LATER = 4;

  /** The variant of what is reported without anybody's emergency. */
  private static final int INADVERTENT = 2;

  /** What means nothing while nobody has asked or offered anything, and there is no access. */
  private static final List<Wish> UNASKED =
      List.of(
          Wish.OPEN,
          Wish.START_PRACTICE,
          Wish.ACKNOWLEDGE_CLOSING,
          Wish.ANSWER_QUESTION,
          Wish.WITHDRAW_OFFER,
          Wish.ACCEPT_OFFER);

  private StateScenes() {}

  /** Whatever is asked first of what nobody can read any more: one thing of each request. */
  private static Stream<UnaryOperator<Script>> garbled() {
    return IntStream.range(0, Draws.OF_REQUESTS.size())
        .filter(place -> place % Script.REQUESTS == 0)
        .mapToObj(first -> script -> garbled(script, first));
  }

  private static Script garbled(Script script, int first) {
    var last = Math.min(first + Script.REQUESTS, Draws.OF_REQUESTS.size());
    var told = script.rules(ORDINARY);
    for (var place = first; place < last; place++) {
      told.about(place - first).opened().spoilt().ask(Draws.OF_REQUESTS.get(place), ANNA).worked();
    }
    return told;
  }

  private static Script faulted(Script script) {
    return script
        .rules(ORDINARY)
        .opened()
        .spoilt()
        .ask(Wish.REVOKE, ANNA)
        .worked()
        .askAll(Draws.OF_REQUESTS)
        .worked();
  }

  /** One after the other says that they closed, at the end. */
  private static Script closing(Script script) {
    var others = EnumSet.copyOf(Draws.OF_REQUESTS);
    others.remove(Wish.ACKNOWLEDGE_CLOSING);
    return script
        .rules(CLOSING)
        .granted()
        .ask(Wish.REVOKE, BEN)
        .worked()
        .askAll(List.copyOf(others))
        .toDeadline(-1)
        .ask(Wish.RING, ANNA)
        .worked()
        .ask(Wish.ACKNOWLEDGE_CLOSING, ANNA)
        .ask(Wish.ACKNOWLEDGE_CLOSING, ANNA, 1)
        .worked();
  }

  /** Somebody else says so first, and then who must, twice told to be late. */
  private static Script closedLate(Script script) {
    return script
        .rules(CLOSING + 1)
        .granted()
        .ask(Wish.REVOKE, BEN)
        .worked()
        .ask(Wish.ACKNOWLEDGE_CLOSING, ANNA, 1)
        .toDeadline(0)
        .ask(Wish.RING, ANNA)
        .ask(Wish.RING, ANNA)
        .ask(Wish.ACKNOWLEDGE_CLOSING, ANNA)
        .worked();
  }

  private static Script pending(Script script) {
    return script.rules(ORDINARY).opened().askAll(UNASKED).worked().ask(Wish.FINISH, ANNA).worked();
  }

  private static Script granted(Script script) {
    return ended(script.rules(ORDINARY).granted(), Wish.WITHDRAW)
        .about(1)
        .granted()
        .ask(Wish.FINISH, ANNA)
        .worked();
  }

  private static Script scheduled(Script script) {
    var told = ended(agreed(script.rules(ORDINARY)), Wish.WITHDRAW).about(1);
    told = ended(agreed(told), Wish.FINISH).about(2);
    return ended(agreed(told), Wish.RESOLVE_TICKET);
  }

  private static Script agreed(Script script) {
    return script.openedForLater(LATER).approved();
  }

  private static Script ended(Script script, Wish end) {
    return script.askAll(Draws.ENDING_NOTHING).worked().ask(end, ANNA).worked();
  }

  /** What no approval covers, and nobody has taken note of in time. */
  private static Script overdue(Script script) {
    return script
        .ask(Wish.REPORT_EXCLUSION, BEN, INADVERTENT)
        .worked()
        .passed(Duration.ofDays(3))
        .then(new Operation.Look())
        .worked()
        .askAll(List.of(Wish.RING_EXCLUSION, Wish.REPORT_EXCLUSION, Wish.CONFIRM_BREAK_GLASS))
        .ask(Wish.ACKNOWLEDGE_EXCLUSION, ANNA)
        .worked();
  }
}
