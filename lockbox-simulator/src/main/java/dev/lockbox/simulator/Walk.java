package dev.lockbox.simulator;

import dev.lockbox.simulator.history.Generator;
import dev.lockbox.simulator.history.Run;
import dev.lockbox.simulator.variant.Variant;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Histories, one after the other, as one thread runs them. */
final class Walk {
  private final AtomicLong next;
  private final BooleanSupplier isOver;
  private final Coverage coverage = new Coverage();
  private final Map<String, Long> befallen = new TreeMap<>();
  private Optional<Failure> failure = Optional.empty();
  private Duration simulated = Duration.ZERO;
  private long histories;

  /**
   * @param next the seeds that nobody has run yet, shared with other threads
   */
  Walk(AtomicLong next, BooleanSupplier isOver) {
    this.next = next;
    this.isOver = isOver;
  }

  /** Runs one at least, and stops at the first that fails. */
  Walk walked() {
    do {
      one(next.getAndIncrement());
    } while (failure.isEmpty() && !isOver.getAsBoolean());
    return this;
  }

  private void one(long seed) {
    var history = Generator.history(seed);
    var result = Run.of(history, Variant.SOUND, coverage);
    histories++;
    simulated = simulated.plus(result.simulated());
    history.kinds().forEach(kind -> befallen.merge(kind, 1L, Long::sum));
    failure =
        result
            .broken()
            .map(broken -> Failure.of(Variant.SOUND, history, broken, result.happened()));
  }

  Coverage coverage() {
    return coverage;
  }

  Map<String, Long> befallen() {
    return befallen;
  }

  Optional<Failure> failure() {
    return failure;
  }

  Duration simulated() {
    return simulated;
  }

  long histories() {
    return histories;
  }
}
