package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ALL_THREE;
import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.CARLA;
import static dev.lockbox.simulator.history.Plots.EDITORS_WAIT;

import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Steps that belong together: what is said about a request before it is decided. */
final class TalkPlots {
  private final SplittableRandom random;
  private final Draws draws;

  TalkPlots(SplittableRandom random, Draws draws) {
    this.random = random;
    this.draws = draws;
  }

  /** Whoever changed the rules says yes, sooner or later. */
  List<Operation> hurried(int request) {
    return List.of(
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, BEN, draws.fresh(), EDITORS_WAIT, 0),
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, BEN, 6, 0, 0),
        new Operation.Work(),
        new Operation.Pass(Duration.ofHours(1).minusMillis(random.nextInt(2))),
        new Operation.Ask(Wish.APPROVE, request, BEN, 7, 0, 0),
        new Operation.Work());
  }

  /** Less is offered, perhaps taken back or overtaken, accepted, and said yes to. */
  List<Operation> offered(int request) {
    var between =
        List.of(Wish.COUNTER_OFFER, Wish.APPROVE, Wish.WITHDRAW_OFFER, Wish.WITHDRAW_OFFER);
    var isBetween = random.nextInt(3) == 0;
    return List.of(
        random.nextInt(3) == 0
            ? new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), 1, 0)
            : draws.ordinary(request),
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.COUNTER_OFFER, request, BEN, 6, draws.mostlyOfLess(), 0),
        new Operation.Work(),
        isBetween
            ? new Operation.Ask(
                between.get(random.nextInt(between.size())), request, ANNA, 7, random.nextInt(8), 0)
            : new Operation.Tick(),
        new Operation.Work(),
        random.nextInt(6) == 0
            ? new Operation.Tick()
            : new Operation.Ask(
                Wish.ACCEPT_OFFER,
                request,
                ANNA,
                1,
                draws.mostlyPlain(4),
                draws.mostlyPlain(4) / 2),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 8, 0, random.nextInt(2)),
        new Operation.Ask(Wish.APPROVE, request, BEN, 8, 0, 0),
        new Operation.Work());
  }

  /** Somebody who may be new asks, the request is decided or not in time, and the answer comes. */
  List<Operation> questioned(int request) {
    var asks = random.nextBoolean() ? CARLA : BEN;
    return List.of(
        draws.ordinary(request),
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.REPLACE_APPROVERS, request, ANNA, draws.fresh(), ALL_THREE, 0),
        new Operation.Ask(Wish.ASK_QUESTION, request, asks, 6, random.nextInt(4), 0),
        new Operation.Work(),
        random.nextBoolean()
            ? new Operation.PassToDeadline(request, random.nextInt(-1, 2))
            : new Operation.Tick(),
        random.nextInt(4) > 0
            ? new Operation.Ask(Wish.ANSWER_QUESTION, request, ANNA, 1, random.nextInt(4), 0)
            : new Operation.Tick(),
        new Operation.Ask(Wish.APPROVE, request, asks, 7, 0, random.nextInt(2)),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 7, 0, 1),
        new Operation.Work());
  }

  /** Nobody comes to an end. */
  List<Operation> talkative(int request) {
    var said = random.nextBoolean() ? Wish.ASK_QUESTION : Wish.COUNTER_OFFER;
    var all = new ArrayList<Operation>();
    all.add(draws.opening(request));
    all.add(new Operation.Work());
    for (var attempt = 10; attempt < 16; attempt++) {
      all.add(new Operation.Ask(said, request, random.nextInt(2), attempt, 0, 0));
    }
    all.add(new Operation.Work());
    return all;
  }
}
