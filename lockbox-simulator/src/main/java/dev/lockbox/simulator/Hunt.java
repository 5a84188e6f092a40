package dev.lockbox.simulator;

import dev.lockbox.simulator.bugs.Bug;
import dev.lockbox.simulator.history.Generator;
import dev.lockbox.simulator.history.Run;
import dev.lockbox.simulator.node.Watcher;
import java.time.Duration;
import java.util.Optional;

/**
 * The search for one defect.
 *
 * @param found empty when it was not, in the time there was
 * @param took until it was found, without shrinking
 * @param histories that were run
 */
public record Hunt(Bug bug, Optional<Failure> found, Duration took, long histories) {
  /**
   * Runs histories of this seed and those behind it until one fails.
   *
   * <p>For {@link Plan#PER_BUG}; or as many as {@link Plan#HISTORIES_PER_BUG}, if that takes
   * longer.
   */
  static Hunt of(Bug bug, long seed) {
    var begun = System.nanoTime();
    var histories = 0L;
    do {
      var history = Generator.history(seed + histories);
      var result = Run.of(history, bug.variant(), Watcher.NOBODY);
      histories++;
      if (result.broken().isPresent()) {
        var took = since(begun);
        var failure = Failure.of(bug.variant(), history, result.broken().get(), result.happened());
        return new Hunt(bug, Optional.of(failure), took, histories);
      }
    } while (histories < Plan.HISTORIES_PER_BUG || since(begun).compareTo(Plan.PER_BUG) < 0);
    return new Hunt(bug, Optional.empty(), since(begun), histories);
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  String line() {
    return found
        .map(
            failure ->
                Columns.format(
                    "  %s %5.2f s %6d histories  %2d steps  %s",
                    Columns.left(bug.name(), 38),
                    took.toNanos() / 1e9,
                    histories,
                    failure.shrunk().length(),
                    failure.broken().invariant()))
        .orElseGet(
            () ->
                Columns.format(
                    "  %s NOT FOUND in %d histories, %.2f s",
                    Columns.left(bug.name(), 38), histories, took.toNanos() / 1e9));
  }
}
