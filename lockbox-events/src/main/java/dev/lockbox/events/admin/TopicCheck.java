package dev.lockbox.events.admin;

import dev.lockbox.events.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/** What is wrong with a topic, a sentence each. Pure. */
final class TopicCheck {
  private final Durability durability;

  TopicCheck(Durability durability) {
    this.durability = durability;
  }

  /** What a topic of the table is created with, by Kafka's names. */
  static Map<String, String> settings(Topic topic, Durability durability) {
    var settings = new TreeMap<>(topic.settings());
    settings.put(
        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(durability.minInsyncReplicas()));
    return settings;
  }

  /**
   * @param found empty when the topic does not exist
   */
  List<String> problems(Topic topic, Optional<FoundTopic> found) {
    return found
        .map(there -> differences(topic, there))
        .orElseGet(() -> List.of("topic %s does not exist".formatted(topic)));
  }

  private List<String> differences(Topic topic, FoundTopic found) {
    var problems = new ArrayList<String>();
    compare(problems, topic, "partitions", topic.partitions(), found.partitions());
    compare(
        problems,
        topic,
        "replication factor",
        durability.replicationFactor(),
        found.replicationFactor());
    settings(topic, durability)
        .forEach(
            (name, expected) ->
                compare(
                    problems,
                    topic,
                    name,
                    expected,
                    found.settings().getOrDefault(name, "not told")));
    return problems;
  }

  private static void compare(
      List<String> problems, Topic topic, String setting, Object expected, Object found) {
    if (!expected.equals(found)) {
      problems.add("topic %s: %s must be %s, was %s".formatted(topic, setting, expected, found));
    }
  }
}
