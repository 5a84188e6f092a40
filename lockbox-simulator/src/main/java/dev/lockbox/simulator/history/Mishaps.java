package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ALL_THREE;
import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;

import dev.lockbox.simulator.people.Cast;
import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Steps that belong together: what befalls clocks, records, stores and processes. */
final class Mishaps {
  private final SplittableRandom random;
  private final Draws draws;

  Mishaps(SplittableRandom random, Draws draws) {
    this.random = random;
    this.draws = draws;
  }

  /** The leader's clock jumps, and is put right again, while somebody says yes. */
  List<Operation> jumped(int request) {
    var days = Duration.ofDays(random.nextInt(1, 5));
    return List.of(
        draws.opening(request),
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
  List<Operation> fallenBack(int request) {
    var isForLater = random.nextBoolean();
    return List.of(
        isForLater ? draws.openingForLater(request) : draws.opening(request),
        new Operation.Work(),
        isForLater ? new Operation.Ask(Wish.APPROVE, request, ANNA, 6, 0, 0) : new Operation.Tick(),
        new Operation.Work(),
        new Operation.PassToDeadline(request, random.nextInt(0, 5_000)),
        new Operation.Ask(Wish.REPLACE_APPROVERS, request, BEN, 6, ALL_THREE, 0),
        new Operation.SetBrokerClock(0, Duration.ofSeconds(-random.nextInt(5, 29))),
        isForLater || random.nextBoolean()
            ? new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0)
            : new Operation.Ask(Wish.APPROVE, request, ANNA, 7, 0, 0),
        new Operation.Work());
  }

  /** A record that nobody can read, and what is asked behind it. */
  List<Operation> frozen(int request) {
    return List.of(
        draws.opening(request),
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

  /** The time comes while something freezes the tenant, or while the clock cannot be trusted. */
  List<Operation> heldBack(int request) {
    return List.of(
        draws.openingForLater(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, 0, 0),
        new Operation.Tick(),
        new Operation.Work(),
        random.nextBoolean()
            ? new Operation.Litter(Wish.Door.LOG, tenantOf(request), 0)
            : new Operation.SetBrokerClock(0, Duration.ofSeconds(random.nextInt(-90, 90))),
        new Operation.Work(),
        new Operation.PassToDeadline(request, random.nextInt(0, 1_000)),
        new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0),
        new Operation.Work(),
        new Operation.Ask(Wish.RELEASE, request, ANNA, 6, 1, 0),
        new Operation.Pass(draws.time()),
        new Operation.Tick(),
        new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0),
        new Operation.Work());
  }

  /** Two records freeze a tenant, and one of them is released. */
  List<Operation> releasedOnce(int request) {
    return List.of(
        draws.opening(request),
        new Operation.Litter(Wish.Door.LOG, tenantOf(request), 0),
        new Operation.Litter(Wish.Door.LOG, tenantOf(request), random.nextInt(3)),
        new Operation.Work(),
        new Operation.Ask(Wish.RELEASE, request, ANNA, 6, random.nextInt(3), 0),
        new Operation.Ask(Wish.APPROVE, request, BEN, 7, 0, 0),
        new Operation.Work());
  }

  /** What is kept of some requests is spoilt, one after the other, and each is asked something. */
  List<Operation> spoilt(int request) {
    var third = Draws.sister(Draws.sister(request));
    var all = new ArrayList<Operation>();
    all.add(draws.ordinary(request));
    for (var one : List.of(request, Draws.sister(request), third)) {
      all.add(draws.opening(one));
      all.add(new Operation.Work());
      all.add(new Operation.Spoil(one));
      all.add(draws.ask(draws.ofRequests(), one));
      all.add(new Operation.Work());
    }
    all.add(draws.ask(draws.ofRequests(), request));
    all.add(draws.ask(draws.ofRequests(), request));
    all.add(new Operation.Work());
    return all;
  }

  static int tenantOf(int request) {
    return Cast.TENANTS.indexOf(Cast.REQUESTS.get(request).tenant());
  }

  /** Killed in the middle of a transaction; and so is whoever took over. */
  List<Operation> twiceTakenOver() {
    var first = draws.instance();
    return List.of(
        draws.any(),
        new Operation.Poll(first, 3),
        new Operation.Crash(first),
        new Operation.Rebalance(random.nextInt(6)),
        draws.any(),
        new Operation.Work(),
        new Operation.Crash((first + 1) % World.INSTANCES),
        new Operation.Rebalance(random.nextInt(6)),
        draws.any(),
        new Operation.Work());
  }

  /** Everybody is killed, and reads from the first record on. */
  List<Operation> readAgain() {
    var all = new ArrayList<Operation>();
    all.add(draws.opening(draws.request()));
    all.add(draws.any());
    all.add(new Operation.Work());
    all.addAll(everybodyReadsAgain());
    all.add(new Operation.Rebalance(random.nextInt(6)));
    all.add(new Operation.Work());
    return all;
  }

  static List<Operation> everybodyReadsAgain() {
    var all = new ArrayList<Operation>();
    for (var one = 0; one < World.INSTANCES; one++) {
      all.add(new Operation.ResetOffsets(one));
      all.add(new Operation.Crash(one));
      all.add(new Operation.Start(one));
    }
    return all;
  }

  /** All processors are days ahead for a while, and ring whatever waits. */
  List<Operation> rungEarly(int request) {
    var all = new ArrayList<Operation>();
    all.add(draws.ordinary(request));
    all.add(draws.opening(request));
    all.add(new Operation.Work());
    for (var instance = 0; instance < World.INSTANCES; instance++) {
      all.add(new Operation.SetHostClock(instance, Duration.ofDays(5)));
    }
    all.add(new Operation.Look());
    all.add(new Operation.Work());
    for (var instance = 0; instance < World.INSTANCES; instance++) {
      all.add(new Operation.SetHostClock(instance, Duration.ZERO));
    }
    return all;
  }

  /** What everybody has done of late is undone, and they go on. */
  List<Operation> undone() {
    var all = new ArrayList<Operation>();
    all.add(
        random.nextInt(3) == 0
            ? new Operation.Litter(Wish.Door.LOG, random.nextInt(Cast.TENANTS.size()), 2)
            : draws.any());
    all.add(draws.any());
    for (var instance = 0; instance < World.INSTANCES; instance++) {
      all.add(new Operation.Poll(instance, 3));
    }
    for (var instance = 0; instance < World.INSTANCES; instance++) {
      all.add(new Operation.Abort(instance));
    }
    all.add(draws.any());
    all.add(new Operation.Work());
    return all;
  }

  /** Stopped, robbed of its tasks, and back with what it had in memory. */
  List<Operation> back() {
    var stopped = draws.instance();
    return List.of(
        draws.any(),
        new Operation.Work(),
        new Operation.Stop(stopped),
        new Operation.Rebalance(random.nextInt(6)),
        draws.any(),
        new Operation.Work(),
        new Operation.CarryOn(stopped),
        new Operation.Rebalance(random.nextInt(6)),
        draws.any(),
        new Operation.Work());
  }
}
