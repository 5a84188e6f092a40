package dev.lockbox.bench;

import dev.lockbox.bench.measure.Throughput.Decided;

/**
 * What one round found.
 *
 * @param unloaded ours, with no other request open
 * @param loaded with the others open
 */
record Round(Course.Passed passed, Course.Answered unloaded, Decided loaded) {
  /** What deciding leaves of the speed of Kafka alone. */
  double ratio() {
    return unloaded.decided().perSecond() / passed.perSecond();
  }

  /** The share of throughput that is lost when the others are open; below zero when none is. */
  double lost() {
    return 1 - loaded.perSecond() / unloaded.decided().perSecond();
  }
}
