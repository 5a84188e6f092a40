package dev.lockbox.bench;

import dev.lockbox.bench.measure.OpenLoop;
import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds at most; fewer are run when the time is up
 * @param decided requests in one measurement of throughput
 * @param othersOpen requests that are open beside those, in the loaded measurement
 * @param passed records in one measurement of the pass-through
 * @param rates questions per second at which latency is measured
 * @param batches asked before each measurement of latency
 * @param warmUp of each measurement of latency
 * @param counted time of each measurement of latency
 * @param deadlines that are due at once
 */
record Sizes(
    int rounds,
    int decided,
    int othersOpen,
    int passed,
    List<Integer> rates,
    int batches,
    Duration warmUp,
    Duration counted,
    int deadlines) {
  /** What figures are quoted of. */
  static final Sizes FULL =
      new Sizes(
          3,
          10_000,
          100_000,
          100_000,
          List.of(50, 200),
          100,
          Duration.ofSeconds(2),
          Duration.ofSeconds(6),
          100_000);

  /** Enough to see that everything is measured; the figures mean nothing. */
  static final Sizes TOY =
      new Sizes(
          1, 300, 300, 1_000, List.of(50), 2, Duration.ofMillis(500), Duration.ofSeconds(1), 300);

  /** Decided before each measurement, so that the code is compiled by then. */
  int decidedInWarmUp() {
    return decided;
  }

  OpenLoop loop(int rate) {
    return new OpenLoop(rate, batches, warmUp, counted);
  }
}
