package dev.lockbox.bench.bed;

import java.time.Duration;

/**
 * How a topology is run, ours and the one beside it.
 *
 * @param threads stream threads
 * @param commitInterval how long a transaction stays open
 */
public record Pace(int threads, Duration commitInterval) {
  /** As the processor runs unless it is told otherwise. */
  public static final Pace DEFAULT = new Pace(2, Duration.ofMillis(30));
}
