package dev.lockbox.simulator.history;

import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.simulator.people.Cast;
import dev.lockbox.simulator.people.Details;
import dev.lockbox.simulator.people.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Makes a history from a seed: one row per operation, with how often it comes. */
public final class Generator {
  private static final int LENGTH_MIN = 30;
  private static final int LENGTH_MAX = 70;

  /** How often not one step comes, but several that belong together. */
  private static final int PLOTS_PER_CENT = 38;

  /** Of five histories, in how many hosts tick. */
  private static final int TICKING_OF_FIVE = 3;

  private final SplittableRandom random;
  private final Deployment deployment;
  private final Draws draws;
  private final Plots plots;
  private final List<Row> rows;
  private final int weights;

  private record Row(int weight, Supplier<Operation> made) {}

  private Generator(long seed) {
    random = new SplittableRandom(seed);
    deployment = Deployments.any(random);
    draws = new Draws(random);
    plots = new Plots(random, draws, !deployment.evaluation().internal().isEmpty());
    rows =
        List.of(
            new Row(360, draws::any),
            new Row(170, Operation.Work::new),
            new Row(40, () -> new Operation.Retry(random.nextInt(8))),
            new Row(15, () -> new Operation.AppendTwice(random.nextInt(8))),
            new Row(10, () -> new Operation.Misplace(random.nextInt(8))),
            new Row(15, this::litter),
            new Row(40, Operation.Listen::new),
            new Row(50, () -> new Operation.Pass(draws.time())),
            new Row(70, () -> new Operation.PassToDeadline(draws.request(), random.nextInt(-1, 2))),
            new Row(8, () -> new Operation.SetBrokerClock(draws.broker(), draws.skew())),
            new Row(8, () -> new Operation.SetHostClock(random.nextInt(World.HOSTS), draws.skew())),
            new Row(12, Operation.Tick::new),
            new Row(6, () -> new Operation.MuteTicks(random.nextInt(3) == 0)),
            new Row(10, () -> new Operation.ChangeLeader(random.nextInt(16), draws.broker())),
            new Row(60, () -> new Operation.Poll(draws.instance(), 1 + random.nextInt(3))),
            new Row(15, () -> new Operation.Prepare(draws.instance())),
            new Row(50, () -> new Operation.Commit(draws.instance())),
            new Row(15, () -> new Operation.Abort(draws.instance())),
            new Row(15, () -> new Operation.Crash(draws.instance())),
            new Row(25, () -> new Operation.Start(draws.instance())),
            new Row(12, () -> new Operation.Stop(draws.instance())),
            new Row(15, () -> new Operation.CarryOn(draws.instance())),
            new Row(30, () -> new Operation.Rebalance(random.nextInt(6))),
            new Row(40, Operation.Look::new),
            new Row(8, () -> new Operation.ResetOffsets(random.nextInt(3))),
            new Row(6, Operation.TimeOut::new),
            new Row(6, Operation.Compact::new),
            new Row(10, () -> new Operation.Spoil(draws.request())));
    weights = rows.stream().mapToInt(Row::weight).sum();
  }

  /** Always the same history for the same seed. */
  public static History history(long seed) {
    return new Generator(seed).made(seed);
  }

  private History made(long seed) {
    var operations = new ArrayList<Operation>();
    for (var request = 2; request < Cast.EVERYDAY; request += 2) {
      operations.add(enrolment(request));
      if (random.nextInt(3) == 0) {
        operations.add(
            new Operation.Ask(
                Wish.CHANGE_SETTINGS,
                request,
                Plots.CARLA,
                0,
                random.nextInt(Details.SETTINGS),
                0));
      }
      operations.add(draws.opening(request));
    }
    operations.add(new Operation.Work());
    var length = random.nextInt(LENGTH_MIN, LENGTH_MAX + 1);
    while (operations.size() < length) {
      operations.addAll(next());
    }
    var ticking = random.nextInt(5) < TICKING_OF_FIVE;
    return new History(seed, deployment, ticking, operations);
  }

  /** Most histories are of customers who are there from the beginning. */
  private Operation enrolment(int request) {
    var who = random.nextInt(8) == 0 ? 0 : 3;
    return new Operation.Ask(Wish.REGISTER_TENANT, request, 0, request, who, 0);
  }

  private List<Operation> next() {
    if (random.nextInt(100) < PLOTS_PER_CENT) {
      return plots.any();
    }
    var drawn = random.nextInt(weights);
    for (var row : rows) {
      if (drawn < row.weight()) {
        return List.of(row.made().get());
      }
      drawn -= row.weight();
    }
    throw new IllegalStateException("a row is always found");
  }

  private Operation litter() {
    return new Operation.Litter(
        draws.door(), random.nextInt(Cast.TENANTS.size()), Math.max(0, random.nextInt(-2, 3)));
  }
}
