package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.CARLA;

import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Steps that belong together: who says yes must have read it, and for how long. */
final class ReviewPlots {
  /** The variant of the settings under which they must. */
  private static final int REVIEWED = 28;

  private static final Duration DWELL = Duration.ofMinutes(5);

  private final SplittableRandom random;
  private final Draws draws;

  ReviewPlots(SplittableRandom random, Draws draws) {
    this.random = random;
    this.draws = draws;
  }

  /** One reads it or both do, at once or later, and the terms may change in between. */
  List<Operation> any(int request) {
    var all = new ArrayList<Operation>();
    all.add(new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), REVIEWED, 0));
    all.add(draws.plainOpening(request));
    all.add(new Operation.Work());
    all.add(perhaps(reviewing(request, BEN, 6)));
    all.add(new Operation.Work());
    all.add(new Operation.Pass(Duration.ofMinutes(random.nextInt(6))));
    all.add(inTheWay(request));
    all.add(perhaps(reviewing(request, ANNA, 6)));
    all.add(new Operation.SetBrokerClock(0, Duration.ZERO));
    all.add(new Operation.Work());
    if (random.nextInt(3) == 0) {
      all.add(new Operation.Ask(Wish.COUNTER_OFFER, request, BEN, 7, draws.mostlyOfLess(), 0));
      all.add(new Operation.Work());
      all.add(new Operation.Ask(Wish.ACCEPT_OFFER, request, ANNA, 1, 0, 0));
      all.add(new Operation.Work());
    }
    if (random.nextInt(3) == 0) {
      all.add(new Operation.Ask(Wish.APPROVE, request, ANNA, 8, 0, 0));
      all.add(new Operation.Work());
    }
    all.add(new Operation.Pass(DWELL.minusMillis(random.nextInt(2))));
    if (random.nextInt(3) == 0) {
      all.add(new Operation.Ask(Wish.DENY, request, BEN, 9, 0, 0));
    }
    all.add(new Operation.Ask(Wish.APPROVE, request, random.nextInt(2), 9, 0, 0));
    all.add(new Operation.Work());
    all.add(perhaps(reviewing(request, ANNA, 10)));
    all.add(new Operation.Pass(DWELL));
    all.add(new Operation.Ask(Wish.APPROVE, request, ANNA, 11, 0, 0));
    all.add(new Operation.Work());
    return all;
  }

  private Operation reviewing(int request, int person, int attempt) {
    return new Operation.Ask(
        Wish.BEGIN_REVIEW, request, person, attempt, 0, draws.mostlyPlain(4) / 2);
  }

  private Operation perhaps(Operation operation) {
    return random.nextInt(4) == 0 ? new Operation.Tick() : operation;
  }

  /** The clock goes wrong, or something freezes the tenant; mostly nothing does. */
  private Operation inTheWay(int request) {
    return switch (random.nextInt(8)) {
      case 0 -> new Operation.SetBrokerClock(0, Duration.ofMinutes(random.nextInt(2, 20)));
      case 1 -> new Operation.Litter(Wish.Door.LOG, Mishaps.tenantOf(request), 0);
      default -> new Operation.Tick();
    };
  }
}
