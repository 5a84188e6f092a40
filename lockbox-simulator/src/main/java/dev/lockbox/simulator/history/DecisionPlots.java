package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ALL_THREE;
import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.CARLA;
import static dev.lockbox.simulator.history.Plots.ENDING;
import static dev.lockbox.simulator.history.Plots.GROUPED;
import static dev.lockbox.simulator.history.Plots.LIVE;
import static dev.lockbox.simulator.history.Plots.SEVERAL;
import static dev.lockbox.simulator.history.Plots.TWO_ADMINS;

import dev.lockbox.simulator.people.Cast;
import dev.lockbox.simulator.people.Details;
import dev.lockbox.simulator.people.Wish;
import java.util.List;
import java.util.SplittableRandom;

/** Steps that belong together: who says yes or no, when, and to what it leads. */
final class DecisionPlots {
  private final SplittableRandom random;
  private final Draws draws;

  DecisionPlots(SplittableRandom random, Draws draws) {
    this.random = random;
    this.draws = draws;
  }

  /** Two say yes, perhaps to less; or it is one and the same. */
  List<Operation> together(int request) {
    var second = random.nextBoolean() ? BEN : ANNA;
    var needed = SEVERAL.get(random.nextInt(SEVERAL.size()));
    return List.of(
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), needed, 0),
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, draws.mostlyPlain(6), 0),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, second, 7, draws.mostlyPlain(6), 0),
        new Operation.Work());
  }

  /** An administrator becomes an approver while a request is open. */
  List<Operation> selfMade(int request) {
    return List.of(
        new Operation.Ask(
            Wish.CHANGE_SETTINGS,
            request,
            CARLA,
            draws.fresh(),
            random.nextBoolean() ? LIVE : 0,
            0),
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(
            Wish.REPLACE_APPROVERS, request, random.nextInt(3), draws.fresh(), ALL_THREE, 0),
        new Operation.Ask(Wish.APPROVE, request, CARLA, 7, 0, 0),
        new Operation.Work());
  }

  /** Settings that need two administrators are set, changed, and agreed to by one or the other. */
  List<Operation> proposed(int request) {
    var second = random.nextBoolean() ? BEN : CARLA;
    return List.of(
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), TWO_ADMINS, 0),
        new Operation.Work(),
        new Operation.Ask(
            Wish.CHANGE_SETTINGS,
            request,
            CARLA,
            draws.fresh(),
            random.nextInt(Details.SETTINGS),
            0),
        new Operation.Work(),
        new Operation.Ask(Wish.CONFIRM_SETTINGS, request, second, 6, 0, 0),
        new Operation.Work());
  }

  /** Two stages, and for the second comes somebody of a group within a group. */
  List<Operation> nested(int request) {
    return List.of(
        new Operation.Ask(Wish.REPLACE_APPROVERS, request, ANNA, draws.fresh(), ALL_THREE, 0),
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), GROUPED, 0),
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, BEN, 6, 0, 0),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, random.nextBoolean() ? CARLA : ANNA, 6, 0, 0),
        new Operation.Work());
  }

  /** What cannot be asked for is, and somebody would say yes. */
  List<Operation> unfit(int request) {
    return List.of(
        new Operation.Ask(Wish.OPEN, request, 0, 5, random.nextInt(16), 0),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, 0, 0),
        new Operation.Work());
  }

  /** The time for deciding is up, to the millisecond or nearly, and somebody decides. */
  List<Operation> late(int request) {
    var said =
        List.of(
            Wish.WITHDRAW, Wish.DENY, Wish.REVOKE, Wish.RESOLVE_TICKET, Wish.APPROVE, Wish.RING);
    return List.of(
        draws.ordinary(request),
        draws.opening(request),
        new Operation.Work(),
        new Operation.PassToDeadline(request, random.nextInt(-1, 2)),
        new Operation.Ask(
            said.get(random.nextInt(said.size())),
            request,
            random.nextInt(Cast.PEOPLE.size()),
            draws.fresh(),
            random.nextInt(16),
            0),
        new Operation.Work());
  }

  /** A grant is given, and ended by somebody. */
  List<Operation> ended(int request) {
    return List.of(
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, 0, 0),
        new Operation.Work(),
        random.nextInt(3) == 0 ? draws.ask(draws.ofRequests(), request) : new Operation.Tick(),
        draws.ask(ENDING.get(random.nextInt(ENDING.size())), request),
        new Operation.Work());
  }
}
