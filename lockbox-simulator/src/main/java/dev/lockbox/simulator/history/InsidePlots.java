package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ALL_THREE;
import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.CARLA;
import static dev.lockbox.simulator.history.Plots.EVA;

import dev.lockbox.simulator.people.Details;
import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Steps that belong together: what is asked of the provider's own approvers before the customer.
 */
final class InsidePlots {
  /** By their places in {@code Cast.INSIDERS}. */
  static final int MANAGER = 0;

  static final int LEAD = 1;
  static final int OTHER_LEAD = 2;

  /** The variant of a membership in which Anna alone approves. */
  static final int ANNA_ALONE = 1;

  /** The variants of a request that the provider's own approvers are asked for, mostly both. */
  private static final List<Integer> ASKED_INSIDE = List.of(4, 4, 5, 5, 6, 7, 14);

  /** The variants of settings that are in the way of some of these, or of none. */
  private static final List<Integer> IN_THE_WAY = List.of(0, 1, 2, 3, 6, 13, 14, 15);

  private final SplittableRandom random;
  private final Draws draws;

  InsidePlots(SplittableRandom random, Draws draws) {
    this.random = random;
    this.draws = draws;
  }

  List<Operation> any(int request) {
    return switch (random.nextInt(6)) {
      case 0 -> anything(request);
      case 1, 2 -> ofBothSides(request);
      case 3 -> atTheDeadline(request);
      default -> approved(request);
    };
  }

  /** Of what waits there, where anything does, somebody asks something. */
  List<Operation> anything(int request) {
    return List.of(
        new Operation.Ask(
            Wish.OPEN,
            request,
            0,
            1,
            random.nextBoolean() ? Plots.SAID_WELL : random.nextInt(16),
            0),
        new Operation.Work(),
        draws.ask(draws.ofRequests(), request),
        draws.ask(draws.ofRequests(), request),
        new Operation.Work(),
        new Operation.PassToDeadline(request, random.nextInt(-1, 2)),
        late(request),
        new Operation.Work());
  }

  private Operation late(int request) {
    return switch (random.nextInt(3)) {
      case 0 -> new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0);
      case 1 -> new Operation.Ask(Wish.APPROVE, request, ANNA, 6, 0, 0);
      default -> yes(request, MANAGER);
    };
  }

  /** Some say yes when it is too late by a millisecond, or not quite. */
  private List<Operation> atTheDeadline(int request) {
    return List.of(
        draws.ordinary(request),
        opening(request),
        new Operation.Work(),
        random.nextBoolean() ? yes(request, MANAGER) : new Operation.Tick(),
        new Operation.Work(),
        new Operation.PassToDeadline(request, random.nextInt(-1, 1)),
        yes(request, MANAGER),
        yes(request, LEAD),
        new Operation.Work());
  }

  /** All say yes in turn, or nearly; then the customer does, and somebody thinks better of it. */
  private List<Operation> approved(int request) {
    var all = new ArrayList<Operation>();
    all.add(draws.ordinary(request));
    all.add(opening(request));
    all.add(new Operation.Work());
    all.add(yes(request, random.nextInt(4) > 0 ? MANAGER : LEAD));
    all.add(new Operation.Work());
    all.add(between(request));
    all.add(new Operation.Work());
    all.add(yes(request, LEAD));
    all.add(yes(request, random.nextInt(4) > 0 ? OTHER_LEAD : LEAD));
    all.add(yes(request, MANAGER));
    all.add(new Operation.Work());
    all.add(
        random.nextInt(3) == 0
            ? draws.ask(draws.ofRequests(), request)
            : new Operation.Ask(Wish.APPROVE, request, ANNA, 6, draws.mostlyPlain(8), 0));
    all.add(new Operation.Work());
    if (random.nextBoolean()) {
      all.add(new Operation.Ask(Wish.DENY_INSIDE, request, random.nextInt(3), 7, 0, 0));
      all.add(new Operation.Work());
    }
    return all;
  }

  private Operation opening(int request) {
    var variant = ASKED_INSIDE.get(random.nextInt(ASKED_INSIDE.size()));
    return new Operation.Ask(Wish.OPEN, request, 0, 1 + random.nextInt(6) / 5, variant, 0);
  }

  private Operation yes(int request, int insider) {
    return new Operation.Ask(
        Wish.APPROVE_INSIDE, request, insider, draws.fresh(), 0, random.nextInt(8) == 0 ? 1 : 0);
  }

  /** What may be in the way of the rest. */
  private Operation between(int request) {
    return switch (random.nextInt(8)) {
      case 0 ->
          new Operation.Ask(
              Wish.CHANGE_SETTINGS,
              request,
              CARLA,
              5,
              IN_THE_WAY.get(random.nextInt(IN_THE_WAY.size())),
              0);
      case 1, 6 -> new Operation.Pass(Duration.ofMinutes(random.nextInt(10, 30)));
      case 2 -> new Operation.Litter(Wish.Door.LOG, Mishaps.tenantOf(request), 0);
      case 3 -> new Operation.PassToDeadline(request, random.nextInt(-1, 1));
      case 4 -> new Operation.Ask(Wish.DENY_INSIDE, request, random.nextInt(3), 6, 0, 0);
      case 5 -> new Operation.Ask(Wish.REPLACE_APPROVERS, request, ANNA, 6, random.nextInt(16), 0);
      default -> new Operation.Tick();
    };
  }

  /** Ben says yes inside, while he is no customer or though he is; and then for the customer. */
  private List<Operation> ofBothSides(int request) {
    var isLive = random.nextInt(3) > 0;
    return List.of(
        new Operation.Ask(
            Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), isLive ? Plots.LIVE : 0, 0),
        new Operation.Ask(
            Wish.REPLACE_APPROVERS,
            request,
            EVA,
            draws.fresh(),
            random.nextInt(3) > 0 ? ANNA_ALONE : ALL_THREE,
            0),
        opening(request),
        new Operation.Work(),
        yes(request, MANAGER),
        new Operation.Ask(
            Wish.APPROVE_INSIDE, request, BEN, draws.fresh(), Details.STRANGE_INSIDER, 0),
        new Operation.Work(),
        random.nextBoolean()
            ? new Operation.Ask(Wish.REPLACE_APPROVERS, request, EVA, draws.fresh(), ALL_THREE, 0)
            : new Operation.Tick(),
        yes(request, LEAD),
        new Operation.Work(),
        new Operation.Ask(Wish.REPLACE_APPROVERS, request, EVA, draws.fresh(), ALL_THREE, 0),
        new Operation.Ask(Wish.APPROVE, request, BEN, 7, 0, 0),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 7, 0, 0),
        new Operation.Work());
  }
}
