package dev.lockbox.simulator.history;

import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.simulator.people.Cast;
import dev.lockbox.simulator.people.Details;
import dev.lockbox.simulator.people.Wish;
import dev.lockbox.simulator.record.Plans;
import dev.lockbox.simulator.record.Provided;
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

  /** One of each tenant's. */
  private static final List<Integer> FIRST_ASKED = List.of(2, 4, 6);

  /** The variants of a membership: who approves. */
  private static final int ANNA_AND_BEN = 3;

  private static final int NOBODY = 0;

  /** What is asked for all the same of who is no customer. */
  private static final List<Wish> OF_STRANGERS =
      List.of(
          Wish.REPLACE_MEMBERS,
          Wish.CHANGE_PLAN,
          Wish.CHANGE_ISSUERS,
          Wish.CONFIRM_SETTINGS,
          Wish.REGISTER_KEY,
          Wish.CONFIRM_KEY,
          Wish.WITHDRAW_KEY);

  private final SplittableRandom random;
  private final Deployment deployment;
  private final Draws draws;
  private final Plots plots;
  private final List<Row> rows;
  private final int weights;

  private record Row(int weight, Supplier<Operation> made) {}

  private Generator(long seed) {
    random = new SplittableRandom(seed);
    deployment = Scenes.areAll(seed) ? Scenes.deployment(seed, random) : Deployments.any(random);
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
            new Row(10, () -> new Operation.Spoil(draws.request())),
            new Row(6, draws::examination));
    weights = rows.stream().mapToInt(Row::weight).sum();
  }

  /** Always the same history for the same seed. */
  public static History history(long seed) {
    return new Generator(seed).made(seed);
  }

  private History made(long seed) {
    var isRehearsed = Scenes.areAll(seed);
    var operations = isRehearsed ? rehearsed(seed) : improvised();
    var ticking = isRehearsed || random.nextInt(5) < TICKING_OF_FIVE;
    return new History(seed, new Provided(deployment, plans(isRehearsed)), ticking, operations);
  }

  /** In half of all others the plan is no matter. */
  private Plans plans(boolean isRehearsed) {
    return isRehearsed || random.nextBoolean() ? Cast.WITH_THE_BETTER : Plans.ANY;
  }

  /** All customers are there and have set nothing. */
  private List<Operation> rehearsed(long seed) {
    var operations = new ArrayList<Operation>();
    FIRST_ASKED.forEach(request -> operations.add(enrolment(request, ANNA_AND_BEN)));
    operations.add(new Operation.Work());
    operations.addAll(Scenes.of(seed, draws));
    return operations;
  }

  /** Most customers are there from the beginning. */
  private List<Operation> improvised() {
    var operations = new ArrayList<Operation>();
    for (var request : FIRST_ASKED) {
      operations.addAll(begun(request));
    }
    operations.add(new Operation.Work());
    var length = random.nextInt(LENGTH_MIN, LENGTH_MAX + 1);
    while (operations.size() < length) {
      operations.addAll(next());
    }
    return operations;
  }

  private List<Operation> begun(int request) {
    var isThere = random.nextInt(8) > 0;
    var isBelow = random.nextInt(32) == 0;
    var who = isBelow ? Details.BELOW_THE_PLAN + ANNA_AND_BEN : ANNA_AND_BEN;
    var operations = new ArrayList<Operation>();
    operations.add(enrolment(request, isThere ? who : NOBODY));
    if (!isThere) {
      OF_STRANGERS.forEach(wish -> operations.add(draws.ask(wish, request)));
    }
    if (random.nextInt(3) == 0) {
      var settings = random.nextInt(Details.SETTINGS);
      operations.add(new Operation.Ask(Wish.CHANGE_SETTINGS, request, Plots.CARLA, 0, settings, 0));
    }
    operations.add(draws.opening(request));
    return operations;
  }

  /**
   * @param approvers the variant of who approves; a tenant without any is none
   */
  private static Operation enrolment(int request, int approvers) {
    return new Operation.Ask(Wish.REGISTER_TENANT, request, 0, request, approvers, 0);
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
