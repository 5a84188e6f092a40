package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.CARLA;

import dev.lockbox.simulator.people.Details;
import dev.lockbox.simulator.people.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Steps that belong together: somebody starts practice, and what becomes of it. */
final class PracticePlots {
  /** What is said to it, or tried by it. */
  private static final List<Wish> SAID =
      List.of(
          Wish.APPROVE,
          Wish.APPROVE,
          Wish.APPROVE,
          Wish.DENY,
          Wish.ASK_QUESTION,
          Wish.COUNTER_OFFER,
          Wish.BEGIN_REVIEW,
          Wish.WITHDRAW,
          Wish.START_SESSION,
          Wish.AUTHORISE_ACTION);

  private final SplittableRandom random;
  private final Draws draws;

  PracticePlots(SplittableRandom random, Draws draws) {
    this.random = random;
    this.draws = draws;
  }

  /** Under some rules or other; and perhaps something in earnest follows it. */
  List<Operation> any(int request) {
    var all = new ArrayList<Operation>();
    if (random.nextBoolean()) {
      var rules = random.nextInt(Details.SETTINGS);
      all.add(new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), rules, 0));
    }
    all.add(
        new Operation.Ask(
            Wish.START_PRACTICE, request, random.nextInt(3), draws.fresh(), draws.plain(), 0));
    all.add(new Operation.Work());
    for (var times = random.nextInt(1, 5); times > 0; times--) {
      all.add(said(request));
      all.add(new Operation.Work());
    }
    if (random.nextInt(3) == 0) {
      all.add(new Operation.PassToDeadline(request, random.nextInt(-1, 2)));
      all.add(new Operation.Ask(Wish.RING, request, ANNA, 0, 0, 0));
      all.add(new Operation.Work());
    }
    if (random.nextInt(3) == 0) {
      all.add(draws.openingBehind(Draws.sister(request)));
      all.add(new Operation.Work());
    }
    return all;
  }

  /** Mostly by who may, to all of it. */
  private Operation said(int request) {
    var wish = SAID.get(random.nextInt(SAID.size()));
    var person = random.nextInt(4) == 0 ? CARLA : random.nextInt(BEN + 1);
    return new Operation.Ask(wish, request, person, draws.fresh(), draws.mostlyPlain(8), 0);
  }
}
