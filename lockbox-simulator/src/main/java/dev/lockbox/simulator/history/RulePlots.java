package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ALL_THREE;
import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.AUTOMATIC;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.BRIEF;
import static dev.lockbox.simulator.history.Plots.BY_SSH;
import static dev.lockbox.simulator.history.Plots.CARLA;
import static dev.lockbox.simulator.history.Plots.DENIED;
import static dev.lockbox.simulator.history.Plots.EVA;
import static dev.lockbox.simulator.history.Plots.PACED;
import static dev.lockbox.simulator.history.Plots.SAID_WELL;

import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Steps that belong together: what a tenant has decided beforehand, and how fast may be asked. */
final class RulePlots {
  private final SplittableRandom random;
  private final Draws draws;

  RulePlots(SplittableRandom random, Draws draws) {
    this.random = random;
    this.draws = draws;
  }

  /** A tenant has decided beforehand; of the rest, somebody says yes, perhaps to less. */
  List<Operation> beforehand(int request) {
    var rules = random.nextInt(AUTOMATIC, AUTOMATIC + 2);
    var approved = rules == AUTOMATIC ? BRIEF : SAID_WELL;
    return List.of(
        random.nextBoolean()
            ? new Operation.Ask(Wish.REPLACE_APPROVERS, request, EVA, draws.fresh(), ALL_THREE, 0)
            : new Operation.Tick(),
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), rules, 0),
        random.nextInt(4) == 0
            ? new Operation.Litter(Wish.Door.LOG, Mishaps.tenantOf(request), 0)
            : new Operation.Pass(Duration.ofHours(random.nextInt(24))),
        random.nextInt(3) == 0
            ? draws.opening(request)
            : new Operation.Ask(Wish.OPEN, request, 0, 1, approved, 0),
        new Operation.Work(),
        new Operation.Ask(
            Wish.APPROVE,
            request,
            ANNA,
            6,
            random.nextInt(3) == 0 ? BY_SSH : draws.mostlyPlain(8),
            0),
        new Operation.Work());
  }

  /** What waits is denied meanwhile, in part; and more of it is asked for. */
  List<Operation> forbidden(int request) {
    return List.of(
        draws.ordinary(request),
        random.nextInt(4) > 0 ? draws.opening(request) : new Operation.Tick(),
        new Operation.Work(),
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), DENIED, 0),
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, random.nextInt(6), 0),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, BEN, 6, 3, 0),
        new Operation.Work());
  }

  /** An engineer asks for one thing after the other, whatever becomes of them. */
  List<Operation> hasty(int request) {
    var other = Draws.sister(request);
    var third = Draws.sister(other);
    var ends = List.of(Wish.DENY, Wish.DENY, Wish.REVOKE, Wish.WITHDRAW);
    return List.of(
        new Operation.Ask(
            Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), PACED + random.nextInt(2), 0),
        draws.plainOpening(request),
        new Operation.Work(),
        random.nextBoolean()
            ? new Operation.Ask(Wish.APPROVE, request, ANNA, 6, 0, 0)
            : new Operation.Tick(),
        draws.plainOpening(other),
        new Operation.Work(),
        random.nextInt(4) == 0 ? new Operation.Spoil(request) : new Operation.Tick(),
        new Operation.Ask(ends.get(random.nextInt(ends.size())), request, ANNA, 7, 0, 0),
        new Operation.Ask(ends.get(random.nextInt(ends.size())), other, ANNA, 7, 0, 0),
        new Operation.Work(),
        random.nextInt(4) == 0 ? new Operation.Rebalance(random.nextInt(6)) : new Operation.Tick(),
        random.nextBoolean()
            ? new Operation.Pass(draws.time())
            : new Operation.Pass(Duration.ofHours(2).minusMillis(random.nextInt(2))),
        draws.plainOpening(third),
        new Operation.Work());
  }

  /** Something comes of one request, or nothing yet, and another is said to follow it. */
  List<Operation> behindAnother(int request) {
    return List.of(
        draws.ordinary(request),
        draws.opening(request),
        new Operation.Work(),
        random.nextBoolean()
            ? new Operation.Ask(Wish.APPROVE, request, ANNA, 6, draws.mostlyPlain(8), 0)
            : new Operation.Tick(),
        new Operation.Work(),
        random.nextBoolean() ? draws.ask(draws.ofRequests(), request) : new Operation.Tick(),
        random.nextInt(4) == 0 ? new Operation.Spoil(request) : new Operation.Tick(),
        draws.openingBehind(Draws.sister(request)),
        new Operation.Work());
  }
}
