package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.CARLA;
import static dev.lockbox.simulator.history.Plots.CLOSING;
import static dev.lockbox.simulator.history.Plots.ENDING;
import static dev.lockbox.simulator.history.Plots.EVA;

import dev.lockbox.simulator.people.Cast;
import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Steps that belong together: access that begins later, and what is left of it when it ends; and
 * what no approval covers.
 */
final class AccessPlots {
  private final SplittableRandom random;
  private final Draws draws;

  AccessPlots(SplittableRandom random, Draws draws) {
    this.random = random;
    this.draws = draws;
  }

  /** Access ends, and who must close says so, or not in time. */
  List<Operation> shut(int request) {
    return List.of(
        new Operation.Ask(
            Wish.CHANGE_SETTINGS,
            request,
            CARLA,
            draws.fresh(),
            CLOSING + random.nextInt(4) / 3,
            0),
        draws.plainOpening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, 0, 0),
        new Operation.Work(),
        random.nextInt(3) == 0
            ? new Operation.PassToDeadline(request, random.nextInt(2))
            : new Operation.Tick(),
        draws.ask(ENDING.get(random.nextInt(ENDING.size())), request),
        new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0),
        new Operation.Work(),
        new Operation.Ask(Wish.ACKNOWLEDGE_CLOSING, request, 0, 1, random.nextInt(2), 0),
        draws.ask(draws.ofRequests(), request),
        draws.ask(draws.ofRequests(), request),
        draws.ask(draws.ofRequests(), request),
        new Operation.Work(),
        random.nextBoolean()
            ? new Operation.PassToDeadline(request, random.nextInt(-1, 2))
            : new Operation.Tick(),
        new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0),
        new Operation.Ask(Wish.ACKNOWLEDGE_CLOSING, request, 0, 1, random.nextInt(2), 0),
        new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0),
        draws.ask(draws.ofRequests(), request),
        new Operation.Ask(Wish.ACKNOWLEDGE_CLOSING, request, 0, 1, random.nextInt(2), 0),
        new Operation.Work());
  }

  /** Access is agreed on for later, something is asked in between, and the time comes. */
  List<Operation> later(int request) {
    var ends =
        List.of(Wish.RESOLVE_TICKET, Wish.FINISH, Wish.WITHDRAW, Wish.DENY, Wish.DENY, Wish.REVOKE);
    return List.of(
        draws.ordinary(request),
        draws.openingForLater(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, draws.mostlyPlain(6), 0),
        new Operation.Work(),
        draws.ask(draws.endingNothing(), request),
        draws.ask(draws.endingNothing(), request),
        draws.ask(draws.endingNothing(), request),
        random.nextBoolean()
            ? draws.ask(ends.get(random.nextInt(ends.size())), request)
            : new Operation.Tick(),
        new Operation.Work(),
        new Operation.PassToDeadline(request, random.nextBoolean() ? -1 : random.nextInt(2)),
        new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0),
        new Operation.Work(),
        draws.ask(draws.ofRequests(), request),
        new Operation.Work());
  }

  /** Of access that is agreed on for later, somebody asks something before its time; of two. */
  List<Operation> putOff(int request) {
    var all = new ArrayList<Operation>();
    all.add(draws.ordinary(request));
    for (var one : List.of(request, Draws.sister(request))) {
      all.add(draws.openingForLater(one));
      all.add(new Operation.Work());
      all.add(new Operation.Ask(Wish.APPROVE, one, ANNA, draws.fresh(), 0, 0));
      all.add(new Operation.Work());
      all.add(draws.ask(draws.ofRequests(), one));
      all.add(new Operation.Work());
    }
    return all;
  }

  /** The glass is broken, or something else is reported; confirmed and noted, or not in time. */
  List<Operation> brokenGlass(int request) {
    var second = List.of(ANNA, BEN, EVA).get(random.nextInt(3));
    return List.of(
        new Operation.Ask(Wish.REPORT_EXCLUSION, request, BEN, 6, random.nextInt(4), 0),
        new Operation.Work(),
        random.nextBoolean() ? pass(Duration.ofHours(1)) : new Operation.Tick(),
        new Operation.Ask(Wish.CONFIRM_BREAK_GLASS, request, second, 7, 0, 0),
        new Operation.Work(),
        random.nextInt(2) == 0 ? pass(Duration.ofDays(3)) : new Operation.Tick(),
        new Operation.Look(),
        new Operation.Work(),
        draws.ask(draws.ofExclusions(), request),
        draws.ask(draws.ofExclusions(), request),
        new Operation.Ask(
            Wish.ACKNOWLEDGE_EXCLUSION, request, random.nextInt(Cast.PEOPLE.size()), 8, 0, 0),
        new Operation.Work(),
        draws.ask(draws.ofExclusions(), request),
        draws.ask(draws.ofExclusions(), request),
        new Operation.Work());
  }

  /** All of it, or a millisecond less. */
  private Operation pass(Duration time) {
    return new Operation.Pass(time.minusMillis(random.nextInt(2)));
  }
}
