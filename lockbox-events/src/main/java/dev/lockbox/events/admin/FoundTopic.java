package dev.lockbox.events.admin;

import java.util.Map;

/**
 * A topic as the cluster describes it.
 *
 * @param replicationFactor of the partition that has the fewest copies
 * @param settings in force, whoever set them, by Kafka's names
 */
record FoundTopic(int partitions, int replicationFactor, Map<String, String> settings) {
  FoundTopic {
    settings = Map.copyOf(settings);
  }
}
