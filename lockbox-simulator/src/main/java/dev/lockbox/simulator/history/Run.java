package dev.lockbox.simulator.history;

import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.simulator.node.Watcher;
import dev.lockbox.simulator.oracle.Broken;
import dev.lockbox.simulator.oracle.Oracle;
import dev.lockbox.simulator.variant.Variant;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets one history happen, and judges it after every commit. */
public final class Run {
  private final History history;
  private final World world;
  private final Optional<Trace> trace;
  private final Oracle oracle = new Oracle();
  private final Rebuild rebuild;
  private long judged;
  private int happened;
  private Duration lasted = Duration.ZERO;

  private Run(History history, Variant variant, Watcher watcher, Optional<Trace> trace) {
    this.history = history;
    this.world = new World(history.provided(), history.ticking(), variant, watcher);
    this.rebuild = new Rebuild(world);
    this.trace = trace;
  }

  /**
   * What came of it.
   *
   * @param happened how many of its operations happened until it was clear
   * @param simulated how much true time passed in it, without the time at its end in which
   *     everything comes to rest
   */
  public record Result(Optional<Broken> broken, int happened, Duration simulated) {}

  /** Silently. */
  public static Result of(History history, Variant variant, Watcher watcher) {
    return new Run(history, variant, watcher, Optional.empty()).result();
  }

  /**
   * @param lines is told what happens
   */
  public static Result told(History history, Variant variant, Consumer<String> lines) {
    return new Run(history, variant, Watcher.NOBODY, Optional.of(new Trace(lines))).result();
  }

  private Result result() {
    var broken = broken();
    return new Result(broken, happened, lasted);
  }

  private Optional<Broken> broken() {
    try {
      for (var operation : history.operations()) {
        happened++;
        var broken = step(operation, () -> operation.on(world), false);
        if (broken.isPresent()) {
          return broken;
        }
      }
      lasted = Duration.between(World.START, world.trueTime());
      return step("everything comes to rest", world::settle, true);
    } catch (ImpossibleHistory impossible) {
      return Optional.of(new Broken("TheCoreNeverStops", "it stopped at an impossible history"));
    }
  }

  private Optional<Broken> step(Object what, Runnable happens, boolean last) {
    trace.ifPresent(told -> told.happens(world, what));
    happens.run();
    trace.ifPresent(told -> told.committed(world));
    if (judged == world.committed() && !last) {
      return Optional.empty();
    }
    judged = world.committed();
    return rebuild.differs().or(() -> judgement(last)).or(this::leftIn);
  }

  private Optional<Broken> leftIn() {
    return world
        .leftIn()
        .map(who -> new Broken("NobodyIsLeftIn", who + " was in long after their time was up"));
  }

  /** In the end, somebody who has not seen it grow reads all of it once more. */
  private Optional<Broken> judgement(boolean last) {
    var evidence = world.evidence(last);
    var broken = oracle.judgeOn(evidence);
    return last ? broken.or(() -> Oracle.judge(evidence)) : broken;
  }
}
