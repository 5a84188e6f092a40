package dev.lockbox.simulator.history;

import dev.lockbox.simulator.people.Cast;
import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Makes a history from a seed: one row per operation, with how often it comes. */
public final class Generator {
  private static final int LENGTH_MIN = 30;
  private static final int LENGTH_MAX = 70;

  /** How often not one step comes, but several that belong together. */
  private static final int PLOTS_PER_CENT = 12;

  /** By their places in {@link Cast#PEOPLE}: who approves mostly, and who administers. */
  private static final int ANNA = 0;

  private static final int BEN = 1;
  private static final int CARLA = 2;

  /** The variant of a membership in which all three approve. */
  private static final int ALL_THREE = 7;

  /** The variants of the settings under which more than one must say yes, and the one of none. */
  private static final List<Integer> SEVERAL = List.of(0, 1, 5, 7, 8);

  /** The variant of the settings under which newcomers approve too. */
  private static final int LIVE = 2;

  /** The variant of the settings under which whoever changes them must wait. */
  private static final int EDITORS_WAIT = 12;

  /** The variant of the settings that a second administrator must agree to. */
  private static final int TWO_ADMINS = 4;

  /** The variant of a request with which nothing is wrong that a provider might want. */
  private static final int SAID_WELL = 6;

  /** Of five histories, in how many hosts tick. */
  private static final int TICKING_OF_FIVE = 3;

  private static final List<Wish> WISHES =
      Arrays.stream(Wish.values())
          .flatMap(wish -> Collections.nCopies(wish.weight(), wish).stream())
          .toList();

  private final SplittableRandom random;
  private final List<Row> rows;
  private final int weights;

  private record Row(int weight, Supplier<Operation> made) {}

  private Generator(long seed) {
    random = new SplittableRandom(seed);
    rows =
        List.of(
            new Row(360, this::any),
            new Row(170, Operation.Work::new),
            new Row(40, () -> new Operation.Retry(random.nextInt(8))),
            new Row(15, () -> new Operation.AppendTwice(random.nextInt(8))),
            new Row(10, () -> new Operation.Misplace(random.nextInt(8))),
            new Row(15, this::litter),
            new Row(40, Operation.Listen::new),
            new Row(50, () -> new Operation.Pass(time())),
            new Row(70, () -> new Operation.PassToDeadline(request(), random.nextInt(-1, 2))),
            new Row(8, () -> new Operation.SetBrokerClock(broker(), skew())),
            new Row(8, () -> new Operation.SetHostClock(random.nextInt(World.HOSTS), skew())),
            new Row(12, Operation.Tick::new),
            new Row(6, () -> new Operation.MuteTicks(random.nextInt(3) == 0)),
            new Row(10, () -> new Operation.ChangeLeader(random.nextInt(16), broker())),
            new Row(60, () -> new Operation.Poll(instance(), 1 + random.nextInt(3))),
            new Row(15, () -> new Operation.Prepare(instance())),
            new Row(50, () -> new Operation.Commit(instance())),
            new Row(15, () -> new Operation.Abort(instance())),
            new Row(15, () -> new Operation.Crash(instance())),
            new Row(25, () -> new Operation.Start(instance())),
            new Row(12, () -> new Operation.Stop(instance())),
            new Row(15, () -> new Operation.CarryOn(instance())),
            new Row(30, () -> new Operation.Rebalance(random.nextInt(6))),
            new Row(40, Operation.Look::new),
            new Row(8, () -> new Operation.ResetOffsets(random.nextInt(3))),
            new Row(6, Operation.TimeOut::new),
            new Row(6, Operation.Compact::new),
            new Row(10, () -> new Operation.Spoil(request())));
    weights = rows.stream().mapToInt(Row::weight).sum();
  }

  /** Always the same history for the same seed. */
  public static History history(long seed) {
    return new Generator(seed).made(seed);
  }

  private History made(long seed) {
    var operations = new ArrayList<Operation>();
    for (var request = 2; request < Cast.REQUESTS.size(); request += 2) {
      operations.add(enrolment(request));
      if (random.nextBoolean()) {
        operations.add(
            new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, 0, random.nextInt(16), 0));
      }
      operations.add(opening(request));
    }
    operations.add(new Operation.Work());
    var length = random.nextInt(LENGTH_MIN, LENGTH_MAX + 1);
    while (operations.size() < length) {
      operations.addAll(next());
    }
    var ticking = random.nextInt(5) < TICKING_OF_FIVE;
    return new History(seed, Deployments.any(random), ticking, operations);
  }

  /** Most histories are of customers who are there from the beginning. */
  private Operation enrolment(int request) {
    var who = random.nextInt(8) == 0 ? 0 : 3;
    return new Operation.Ask(Wish.REGISTER_TENANT, request, 0, request, who, 0);
  }

  private Operation opening(int request) {
    return new Operation.Ask(Wish.OPEN, request, 0, 1, random.nextInt(16), 0);
  }

  private List<Operation> next() {
    if (random.nextInt(100) < PLOTS_PER_CENT) {
      return plot();
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

  private List<Operation> plot() {
    return switch (random.nextInt(15)) {
      case 0 -> twiceTakenOver();
      case 1 -> back();
      case 2 -> together(request());
      case 3 -> selfMade(request());
      case 4 -> jumped(request());
      case 5 -> fallenBack(request());
      case 6 -> frozen(request());
      case 7 -> releasedOnce(request());
      case 8 -> spoilt(request());
      case 9 -> hurried(request());
      case 10 -> offered(request());
      case 11 -> questioned(request());
      case 12 -> talkative(request());
      case 13 -> inside(request());
      default -> proposed(request());
    };
  }

  /** Two say yes, perhaps to less; or it is one and the same. */
  private List<Operation> together(int request) {
    var second = random.nextBoolean() ? BEN : ANNA;
    var needed = SEVERAL.get(random.nextInt(SEVERAL.size()));
    return List.of(
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, 5, needed, 0),
        opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, random.nextInt(6), 0),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, second, 7, random.nextInt(6), 0),
        new Operation.Work());
  }

  /** An administrator becomes an approver while a request is open. */
  private List<Operation> selfMade(int request) {
    return List.of(
        new Operation.Ask(
            Wish.CHANGE_SETTINGS, request, CARLA, 5, random.nextBoolean() ? LIVE : 0, 0),
        opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.REPLACE_APPROVERS, request, random.nextInt(3), 6, ALL_THREE, 0),
        new Operation.Ask(Wish.APPROVE, request, CARLA, 7, 0, 0),
        new Operation.Work());
  }

  /** Settings that need two administrators are set, changed, and agreed to by one or the other. */
  private List<Operation> proposed(int request) {
    var second = random.nextBoolean() ? BEN : CARLA;
    return List.of(
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, 6, TWO_ADMINS, 0),
        new Operation.Work(),
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, 7, random.nextInt(16), 0),
        new Operation.Work(),
        new Operation.Ask(Wish.CONFIRM_SETTINGS, request, second, 6, 0, 0),
        new Operation.Work());
  }

  /** The leader's clock jumps, and is put right again, while somebody says yes. */
  private List<Operation> jumped(int request) {
    var days = Duration.ofDays(random.nextInt(1, 5));
    return List.of(
        opening(request),
        new Operation.Work(),
        new Operation.SetBrokerClock(0, random.nextBoolean() ? days : days.negated()),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, 0, 0),
        random.nextBoolean() ? new Operation.Tick() : new Operation.Work(),
        new Operation.Ask(random.nextBoolean() ? Wish.APPROVE : Wish.DENY, request, BEN, 6, 0, 0),
        new Operation.Work(),
        new Operation.SetBrokerClock(0, Duration.ZERO),
        new Operation.Ask(Wish.APPROVE, request, BEN, 7, 0, 0),
        new Operation.Work());
  }

  /** The leader's clock falls back behind a deadline, by less than makes it suspect. */
  private List<Operation> fallenBack(int request) {
    return List.of(
        opening(request),
        new Operation.Work(),
        new Operation.PassToDeadline(request, random.nextInt(0, 5_000)),
        new Operation.Ask(Wish.REPLACE_APPROVERS, request, BEN, 6, ALL_THREE, 0),
        new Operation.SetBrokerClock(0, Duration.ofSeconds(-random.nextInt(5, 29))),
        random.nextBoolean()
            ? new Operation.Ask(Wish.APPROVE, request, ANNA, 6, 0, 0)
            : new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0),
        new Operation.Work());
  }

  /** A record that nobody can read, and what is asked behind it. */
  private List<Operation> frozen(int request) {
    return List.of(
        opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, 0, 0),
        new Operation.Work(),
        new Operation.Litter(Wish.Door.LOG, tenantOf(request), random.nextInt(3)),
        new Operation.Work(),
        new Operation.Ask(random.nextBoolean() ? Wish.APPROVE : Wish.REVOKE, request, BEN, 7, 0, 0),
        new Operation.Work(),
        new Operation.Ask(Wish.RELEASE, request, ANNA, 6, 1, 0),
        new Operation.Work());
  }

  /** Two records freeze a tenant, and one of them is released. */
  private List<Operation> releasedOnce(int request) {
    return List.of(
        opening(request),
        new Operation.Litter(Wish.Door.LOG, tenantOf(request), 0),
        new Operation.Litter(Wish.Door.LOG, tenantOf(request), random.nextInt(3)),
        new Operation.Work(),
        new Operation.Ask(Wish.RELEASE, request, ANNA, 6, random.nextInt(3), 0),
        new Operation.Ask(Wish.APPROVE, request, BEN, 7, 0, 0),
        new Operation.Work());
  }

  /** Whoever changed the rules says yes, sooner or later. */
  private List<Operation> hurried(int request) {
    return List.of(
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, BEN, 5, EDITORS_WAIT, 0),
        opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, BEN, 6, 0, 0),
        new Operation.Work(),
        new Operation.Pass(Duration.ofHours(1).minusMillis(random.nextInt(2))),
        new Operation.Ask(Wish.APPROVE, request, BEN, 7, 0, 0),
        new Operation.Work());
  }

  /** Less is offered, perhaps taken back or overtaken, accepted, and said yes to. */
  private List<Operation> offered(int request) {
    var between = List.of(Wish.COUNTER_OFFER, Wish.APPROVE, Wish.WITHDRAW_OFFER, Wish.DENY);
    var isBetween = random.nextInt(3) == 0;
    return List.of(
        random.nextInt(3) == 0
            ? new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, 5, 1, 0)
            : new Operation.Tick(),
        opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.COUNTER_OFFER, request, BEN, 6, random.nextInt(8), 0),
        new Operation.Work(),
        isBetween
            ? new Operation.Ask(
                between.get(random.nextInt(between.size())), request, ANNA, 7, random.nextInt(8), 0)
            : new Operation.Tick(),
        new Operation.Work(),
        random.nextInt(4) == 0
            ? new Operation.Tick()
            : new Operation.Ask(
                Wish.ACCEPT_OFFER, request, ANNA, 1, random.nextInt(4), random.nextInt(2)),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 8, 0, random.nextInt(2)),
        new Operation.Ask(Wish.APPROVE, request, BEN, 8, 0, 0),
        new Operation.Work());
  }

  /** Somebody who may be new asks, the request is decided or not in time, and the answer comes. */
  private List<Operation> questioned(int request) {
    var asks = random.nextBoolean() ? CARLA : BEN;
    return List.of(
        opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.REPLACE_APPROVERS, request, ANNA, 6, ALL_THREE, 0),
        new Operation.Ask(Wish.ASK_QUESTION, request, asks, 6, random.nextInt(4), 0),
        new Operation.Work(),
        new Operation.PassToDeadline(request, random.nextInt(-1, 2)),
        random.nextBoolean()
            ? new Operation.Ask(Wish.ANSWER_QUESTION, request, ANNA, 1, random.nextInt(4), 0)
            : new Operation.Tick(),
        new Operation.Ask(Wish.APPROVE, request, asks, 7, 0, random.nextInt(2)),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 7, 0, 1),
        new Operation.Work());
  }

  /** Of what waits inside the provider, where that is asked first, somebody asks something. */
  private List<Operation> inside(int request) {
    return List.of(
        new Operation.Ask(
            Wish.OPEN, request, 0, 1, random.nextBoolean() ? SAID_WELL : random.nextInt(16), 0),
        new Operation.Work(),
        ask(anyWish(), request),
        new Operation.Work(),
        new Operation.PassToDeadline(request, random.nextInt(-1, 2)),
        new Operation.Ask(random.nextBoolean() ? Wish.RING : Wish.APPROVE, request, ANNA, 6, 0, 0),
        new Operation.Work());
  }

  /** Nobody comes to an end. */
  private List<Operation> talkative(int request) {
    var said = random.nextBoolean() ? Wish.ASK_QUESTION : Wish.COUNTER_OFFER;
    var all = new ArrayList<Operation>();
    all.add(opening(request));
    all.add(new Operation.Work());
    for (var attempt = 10; attempt < 16; attempt++) {
      all.add(new Operation.Ask(said, request, random.nextInt(2), attempt, 0, 0));
    }
    all.add(new Operation.Work());
    return all;
  }

  /** What is kept of a request is spoilt, and two things are asked of it. */
  private List<Operation> spoilt(int request) {
    return List.of(
        opening(request),
        new Operation.Work(),
        new Operation.Spoil(request),
        ask(anyWish(), request),
        new Operation.Work(),
        ask(anyWish(), request),
        new Operation.Work());
  }

  private static int tenantOf(int request) {
    return Cast.TENANTS.indexOf(Cast.REQUESTS.get(request).tenant());
  }

  /** Killed in the middle of a transaction; and so is whoever took over. */
  private List<Operation> twiceTakenOver() {
    var first = instance();
    return List.of(
        any(),
        new Operation.Poll(first, 3),
        new Operation.Crash(first),
        new Operation.Rebalance(random.nextInt(6)),
        any(),
        new Operation.Work(),
        new Operation.Crash((first + 1) % World.INSTANCES),
        new Operation.Rebalance(random.nextInt(6)),
        any(),
        new Operation.Work());
  }

  /** Stopped, robbed of its tasks, and back with what it had in memory. */
  private List<Operation> back() {
    var stopped = instance();
    return List.of(
        any(),
        new Operation.Work(),
        new Operation.Stop(stopped),
        new Operation.Rebalance(random.nextInt(6)),
        any(),
        new Operation.Work(),
        new Operation.CarryOn(stopped),
        new Operation.Rebalance(random.nextInt(6)),
        any(),
        new Operation.Work());
  }

  private Operation litter() {
    return new Operation.Litter(
        door(), random.nextInt(Cast.TENANTS.size()), Math.max(0, random.nextInt(-2, 3)));
  }

  private Operation any() {
    return ask(wish(), request());
  }

  private Wish wish() {
    return WISHES.get(random.nextInt(WISHES.size()));
  }

  /** Also what is hardly ever asked. */
  private Wish anyWish() {
    return Wish.values()[random.nextInt(Wish.values().length)];
  }

  private Operation ask(Wish wish, int request) {
    return new Operation.Ask(
        wish,
        request,
        person(),
        random.nextInt(6),
        random.nextInt(16),
        random.nextInt(8) == 0 ? random.nextInt(1, 3) : 0);
  }

  private Wish.Door door() {
    return random.nextBoolean() ? Wish.Door.INTAKE : Wish.Door.LOG;
  }

  /** Mostly somebody who may. */
  private int person() {
    return random.nextInt(3) == 0 ? random.nextInt(Cast.PEOPLE.size()) : random.nextInt(2);
  }

  private int request() {
    return random.nextInt(Cast.REQUESTS.size());
  }

  private int instance() {
    return random.nextInt(World.INSTANCES);
  }

  private int broker() {
    return random.nextInt(World.BROKERS);
  }

  private Duration time() {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.ofMillis(random.nextLong(1, 1_000));
      case 1 -> Duration.ofSeconds(random.nextLong(1, 600));
      case 2 -> Duration.ofMinutes(random.nextLong(1, 600));
      default -> Duration.ofHours(random.nextLong(1, 60));
    };
  }

  private Duration skew() {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.ZERO;
      case 1 -> Duration.ofSeconds(random.nextLong(-60, 60));
      case 2 -> Duration.ofHours(random.nextLong(-6, 6));
      default -> Duration.ofDays(random.nextLong(-4, 5));
    };
  }
}
