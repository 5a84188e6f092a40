package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.CARLA;
import static dev.lockbox.simulator.history.Plots.ENDING;
import static dev.lockbox.simulator.history.Plots.EVA;

import dev.lockbox.simulator.people.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Steps that belong together: access is over, and somebody reads what was done or nobody does. */
final class ReadingPlots {
  /** The first of two variants of the settings under which they are reminded. */
  private static final int REMINDED = 37;

  /** The variant of a request of an approver's own. */
  private static final int OF_ANNA = 7;

  private final SplittableRandom random;
  private final Draws draws;

  ReadingPlots(SplittableRandom random, Draws draws) {
    this.random = random;
    this.draws = draws;
  }

  List<Operation> any(int request) {
    var all = new ArrayList<Operation>();
    var rules = REMINDED + random.nextInt(3) / 2;
    all.add(new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), rules, 0));
    var isAnnas = random.nextInt(3) == 0;
    all.add(
        isAnnas
            ? new Operation.Ask(Wish.OPEN, request, 0, 1, OF_ANNA, 0)
            : draws.plainOpening(request));
    all.add(new Operation.Work());
    all.add(new Operation.Ask(Wish.APPROVE, request, isAnnas ? BEN : ANNA, 6, 0, 0));
    all.add(new Operation.Work());
    all.add(perhaps(reading(request, 7)));
    all.add(
        random.nextInt(3) == 0
            ? new Operation.PassToDeadline(request, random.nextInt(2))
            : draws.ask(ENDING.get(random.nextInt(ENDING.size())), request));
    all.add(new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0));
    all.add(new Operation.Work());
    if (random.nextInt(3) == 0) {
      all.add(draws.ordinary(request));
    }
    if (random.nextBoolean()) {
      all.add(reading(request, 8));
      all.add(new Operation.Work());
    }
    for (var twice = 0; twice < 2; twice++) {
      all.add(new Operation.PassToDeadline(request, random.nextInt(-1, 2)));
      all.add(new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0));
      all.add(perhaps(reading(request, 9 + twice)));
      all.add(new Operation.Work());
    }
    all.add(new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0));
    all.add(reading(request, 11));
    all.add(new Operation.Work());
    return all;
  }

  /** Mostly by somebody who may. */
  private Operation reading(int request, int attempt) {
    var people = List.of(ANNA, BEN, CARLA, ANNA, EVA, random.nextInt(4));
    var who = people.get(random.nextInt(people.size()));
    return new Operation.Ask(Wish.CONFIRM_READ, request, who, attempt, 0, 0);
  }

  private Operation perhaps(Operation operation) {
    return random.nextInt(4) == 0 ? operation : new Operation.Tick();
  }
}
