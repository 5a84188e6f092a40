package dev.lockbox.simulator;

import dev.lockbox.simulator.bugs.BugBank;
import dev.lockbox.simulator.history.Generator;
import dev.lockbox.simulator.history.Run;
import dev.lockbox.simulator.search.Scope;
import dev.lockbox.simulator.search.SmallScope;
import dev.lockbox.simulator.variant.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One simulation: everything in a small scope, the bank of defects, and random histories for the
 * rest of the time.
 */
public final class Simulation implements AutoCloseable {
  /** Deeper than there is anything new. */
  private static final int DEPTH_MAX = 64;

  /** The scope is searched for at most this part of the time. */
  private static final double SCOPE_SHARE = 0.2;

  /** And histories are walked for at least this part, however long the defects took. */
  private static final double WALK_SHARE = 0.4;

  private final Plan plan;
  private final ExecutorService threads;
  private final long begun = System.nanoTime();

  private Simulation(Plan plan) {
    this.plan = plan;
    this.threads = Executors.newFixedThreadPool(plan.threads());
  }

  /** Throws {@link InterruptedException} when it is told to stop. */
  public static Report of(Plan plan) throws InterruptedException {
    try (var simulation = new Simulation(plan)) {
      return simulation.report();
    }
  }

  /** Tells one history, step by step; returns whether every promise was kept. */
  public static boolean tell(long seed, Consumer<String> lines) {
    var broken = Run.told(Generator.history(seed), Variant.SOUND, lines).broken();
    broken.ifPresent(why -> lines.accept(why.toString()));
    return broken.isEmpty();
  }

  private Report report() throws InterruptedException {
    var scoped = begun(scopes());
    var hunted = begun(hunts());
    var scopes = all(scoped);
    var hunts = all(hunted);
    var walkBegun = System.nanoTime();
    var isOver = after(walkBegun, Math.max(WALK_SHARE, 1 - shareOf(walkBegun - begun)));
    var walks = all(begun(walks(isOver)));
    return Report.of(plan, Duration.ofNanos(System.nanoTime() - walkBegun), scopes, hunts, walks);
  }

  private List<Callable<SmallScope.Result>> scopes() {
    var isOver = after(begun, SCOPE_SHARE);
    return Stream.of(Scope.values())
        .<Callable<SmallScope.Result>>map(
            scope -> () -> SmallScope.search(Variant.SOUND, scope, DEPTH_MAX, isOver))
        .toList();
  }

  private List<Callable<Hunt>> hunts() {
    return plan.bugs()
        ? BugBank.all().stream()
            .<Callable<Hunt>>map(bug -> () -> Hunt.of(bug, plan.seed()))
            .toList()
        : List.of();
  }

  private List<Callable<Walk>> walks(BooleanSupplier isOver) {
    var next = new AtomicLong(plan.seed());
    BooleanSupplier isEnough =
        () -> isOver.getAsBoolean() && next.get() - plan.seed() >= plan.historiesMin();
    return Stream.<Callable<Walk>>generate(() -> () -> new Walk(next, isEnough).walked())
        .limit(plan.threads())
        .toList();
  }

  private double shareOf(long nanos) {
    return nanos / (double) Math.max(1, plan.time().toNanos());
  }

  private BooleanSupplier after(long from, double share) {
    return () -> shareOf(System.nanoTime() - from) >= share;
  }

  private <T> List<Future<T>> begun(List<Callable<T>> works) {
    return works.stream().map(threads::submit).toList();
  }

  private static <T> List<T> all(List<Future<T>> works) throws InterruptedException {
    var results = new ArrayList<T>();
    for (var work : works) {
      results.add(got(work));
    }
    return results;
  }

  private static <T> T got(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the simulator itself failed", failed.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
