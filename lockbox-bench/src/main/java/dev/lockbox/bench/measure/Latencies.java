package dev.lockbox.bench.measure;

import java.util.Arrays;

/**
 * How long answers took, in milliseconds.
 *
 * @param p50 half of them were quicker
 * @param p99 all but one in a hundred were quicker
 */
public record Latencies(double p50, double p99) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Throws {@link IllegalArgumentException} when there are none. */
  static Latencies of(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("no latency was measured");
    }
    var sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(at(sorted, 0.50), at(sorted, 0.99));
  }

  private static double at(long[] sorted, double share) {
    var rank = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, rank)] / NANOS_PER_MILLI;
  }
}
