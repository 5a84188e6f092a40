package dev.lockbox.events.topic;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it must be. Replication and min ISR are the deployment's and stand elsewhere.
 *
 * @param partitions chosen once: a changed count would send a tenant's records to another partition
 * @param key what its keys are, for people
 * @param retention how long a record stays; empty means for ever
 * @param compacted whether only the newest record of a key stays
 * @param clock who stamps a record: its producer, or the broker that appends it
 * @param recordBytesMax the largest record the broker takes
 * @param about what it carries and who writes it, for people
 */
public record Topic(
    String name,
    int partitions,
    String key,
    Optional<Duration> retention,
    boolean compacted,
    Clock clock,
    int recordBytesMax,
    String about) {
  /** The broker deletes whole segments, which last for a week unless it is told otherwise. */
  private static final Duration SHORT = Duration.ofDays(1);

  private static final Duration SHORT_SEGMENT = Duration.ofHours(1);

  /** Who stamps a record. */
  public enum Clock {
    PRODUCER("CreateTime"),
    BROKER("LogAppendTime");

    private final String timestampType;

    Clock(String timestampType) {
      this.timestampType = timestampType;
    }
  }

  /** The settings by which the broker keeps this topic so, in the order of their names. */
  public Map<String, String> settings() {
    var settings = new TreeMap<String, String>();
    settings.put(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
    settings.put(
        TopicConfig.RETENTION_MS_CONFIG, retention.map(Duration::toMillis).orElse(-1L).toString());
    settings.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
    retention
        .filter(kept -> kept.compareTo(SHORT) < 0)
        .ifPresent(
            kept -> settings.put(TopicConfig.SEGMENT_MS_CONFIG, "" + SHORT_SEGMENT.toMillis()));
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, clock.timestampType);
    settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(recordBytesMax));
    settings.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
    return settings;
  }

  @Override
  public String toString() {
    return name;
  }
}
