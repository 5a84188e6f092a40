package dev.lockbox.testkit.run;

import java.time.Instant;

/**
 * A record, and where it stands.
 *
 * @param timestamp the record's own; of a command, when the broker appended it
 */
public record Logged<T>(String topic, int partition, long offset, Instant timestamp, T message) {

  /** The place, for people: {@code topic-partition@offset}. */
  public String where() {
    return "%s-%d@%d".formatted(topic, partition, offset);
  }

  public boolean isBefore(Logged<?> other) {
    return partition == other.partition && offset < other.offset;
  }

  public <U> Logged<U> with(U other) {
    return new Logged<>(topic, partition, offset, timestamp, other);
  }

  public Logged<T> at(int otherPartition, long otherOffset) {
    return new Logged<>(topic, otherPartition, otherOffset, timestamp, message);
  }
}
