package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.CARLA;

import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Steps that belong together: somebody asks, and the time for deciding stands still, or not. */
final class PausePlots {
  /** The variant of the settings under which questions stop the clock. */
  private static final int PATIENT = 23;

  private final SplittableRandom random;
  private final Draws draws;

  PausePlots(SplittableRandom random, Draws draws) {
    this.random = random;
    this.draws = draws;
  }

  /** Asked once or twice, answered or not, and decided when it is too late, or nearly. */
  List<Operation> any(int request) {
    var all = new ArrayList<Operation>();
    all.add(new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), PATIENT, 0));
    all.add(draws.plainOpening(request));
    all.add(new Operation.Work());
    all.add(inTheWay(request));
    all.add(asked(request, BEN));
    all.add(new Operation.Work());
    all.add(passed(request));
    all.add(random.nextInt(3) == 0 ? asked(request, ANNA) : new Operation.Tick());
    all.add(new Operation.SetBrokerClock(0, Duration.ZERO));
    all.add(new Operation.Work());
    if (random.nextInt(4) > 0) {
      all.add(new Operation.Ask(Wish.ANSWER_QUESTION, request, ANNA, 1, random.nextInt(3), 0));
      all.add(new Operation.Work());
    }
    all.add(random.nextInt(3) == 0 ? asked(request, BEN) : new Operation.Tick());
    all.add(new Operation.Ask(Wish.ANSWER_QUESTION, request, ANNA, 1, random.nextInt(3), 0));
    all.add(new Operation.Work());
    all.add(new Operation.PassToDeadline(request, random.nextInt(-1, 2)));
    all.add(new Operation.Ask(Wish.APPROVE, request, ANNA, draws.fresh(), 0, 0));
    all.add(new Operation.Ask(Wish.RING, request, ANNA, draws.fresh(), 0, 0));
    all.add(new Operation.Work());
    return all;
  }

  private Operation asked(int request, int person) {
    return new Operation.Ask(
        Wish.ASK_QUESTION, request, person, draws.fresh(), random.nextInt(4), 0);
  }

  /** The clock goes wrong, or something freezes the tenant; mostly nothing does. */
  private Operation inTheWay(int request) {
    return switch (random.nextInt(4)) {
      case 0 -> new Operation.SetBrokerClock(0, Duration.ofMinutes(random.nextInt(2, 20)));
      case 1 -> new Operation.Litter(Wish.Door.LOG, Mishaps.tenantOf(request), 0);
      default -> new Operation.Tick();
    };
  }

  private Operation passed(int request) {
    return switch (random.nextInt(3)) {
      case 0 -> new Operation.Pass(Duration.ofMinutes(random.nextInt(1, 200)));
      case 1 -> new Operation.PassToDeadline(request, random.nextInt(-60_000, 0));
      default -> new Operation.Pass(draws.time());
    };
  }
}
