package dev.lockbox.service;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * For how long readers have been held back by a transaction that nobody ends. A partition is held
 * back from the first look that finds records behind its last stable offset until a look that finds
 * the offset moved, or nothing behind it.
 */
final class StuckTransactions {
  private final Map<TopicPartition, Held> held = new HashMap<>();

  private record Held(long stableOffset, Instant since) {}

  /**
   * One look.
   *
   * @param stable the last stable offset of each partition, up to which readers of committed
   *     records see
   * @param end the end of each partition, whatever is committed
   * @return how long the partition that is held back longest has been; zero when none is
   */
  Duration look(Map<TopicPartition, Long> stable, Map<TopicPartition, Long> end, Instant now) {
    stable.forEach(
        (partition, offset) -> {
          if (offset >= end.getOrDefault(partition, offset)) {
            held.remove(partition);
          } else {
            held.merge(
                partition,
                new Held(offset, now),
                (before, found) -> before.stableOffset() == found.stableOffset() ? before : found);
          }
        });
    return held.values().stream()
        .map(one -> Duration.between(one.since(), now))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
