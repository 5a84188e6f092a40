package dev.lockbox.events.admin;

import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes the topics of the table, and finds out whether they are as they must be. Services check;
 * only an operator creates.
 */
public final class TopicAdmin {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  /** How long a fresh topic may take until each of its partitions has a leader that answers. */
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(100);

  private final Admin admin;

  public TopicAdmin(Admin admin) {
    this.admin = admin;
  }

  /**
   * Creates what is missing, never changes what is there, and returns once every partition of every
   * topic answers: a producer that is earlier can lose its first records (KAFKA-15591).
   *
   * @return the names of the topics created, in the order of the table
   * @throws ClusterUnreachable when the cluster does not do so in time
   */
  public List<String> create(Durability durability) {
    var created = Topics.all().stream().filter(topic -> create(topic, durability)).toList();
    awaitReady();
    return created.stream().map(Topic::name).toList();
  }

  private boolean create(Topic topic, Durability durability) {
    var fresh =
        new NewTopic(topic.name(), topic.partitions(), (short) durability.replicationFactor())
            .configs(TopicCheck.settings(topic, durability));
    var asked = "a new topic %s".formatted(topic);
    try {
      Answers.answer(admin.createTopics(List.of(fresh)).all(), asked, ANSWER_WITHIN);
      return true;
    } catch (ExecutionException refused) {
      if (Answers.cause(refused) instanceof TopicExistsException) {
        return false;
      }
      throw new ClusterUnreachable(asked, Answers.cause(refused));
    }
  }

  /** A fresh topic is unknown to some brokers for a while, and has no leader for another. */
  private void awaitReady() {
    var start = System.nanoTime();
    var answered = everyEndAnswers(READY_WITHIN);
    while (!answered) {
      var left = READY_WITHIN.minusNanos(System.nanoTime() - start);
      Answers.pause(LOOK_AGAIN_AFTER, "the end of every partition");
      answered = everyEndAnswers(left);
    }
  }

  /** By the partitions found: a topic that was there before may have others than the table says. */
  private boolean everyEndAnswers(Duration limit) {
    var asked = "the end of every partition within %s".formatted(READY_WITHIN);
    var all = Topics.all().stream().flatMap(topic -> partitions(topic).stream());
    var ends = all.collect(Collectors.toMap(partition -> partition, none -> OffsetSpec.latest()));
    try {
      Answers.answer(admin.listOffsets(ends).all(), asked, limit);
      return true;
    } catch (ExecutionException refused) {
      if (Answers.cause(refused) instanceof RetriableException && limit.isPositive()) {
        return false;
      }
      throw new ClusterUnreachable(asked, Answers.cause(refused));
    }
  }

  private List<TopicPartition> partitions(Topic topic) {
    var count = describe(topic).map(FoundTopic::partitions).orElse(topic.partitions());
    return IntStream.range(0, count)
        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
        .toList();
  }

  /**
   * What is missing or different, a sentence each; empty when all is well.
   *
   * @throws ClusterUnreachable when the cluster does not say
   */
  public List<String> check(Durability durability) {
    var check = new TopicCheck(durability);
    return Topics.all().stream()
        .flatMap(topic -> check.problems(topic, describe(topic)).stream())
        .toList();
  }

  private Optional<FoundTopic> describe(Topic topic) {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    var descriptions = admin.describeTopics(List.of(topic.name())).allTopicNames();
    var configs = admin.describeConfigs(List.of(resource)).all();
    return ifExists(topic, descriptions.thenApply(TopicAdmin::only))
        .flatMap(
            description ->
                ifExists(topic, configs.thenApply(TopicAdmin::only))
                    .map(config -> found(description, config)));
  }

  private static <T> T only(Map<?, T> one) {
    return one.values().iterator().next();
  }

  private static <T> Optional<T> ifExists(Topic topic, KafkaFuture<T> future) {
    var asked = "topic %s".formatted(topic);
    try {
      return Optional.of(Answers.answer(future, asked, ANSWER_WITHIN));
    } catch (ExecutionException refused) {
      if (Answers.cause(refused) instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw new ClusterUnreachable(asked, Answers.cause(refused));
    }
  }

  private static FoundTopic found(TopicDescription description, Config config) {
    var copies =
        description.partitions().stream()
            .mapToInt(partition -> partition.replicas().size())
            .min()
            .orElse(0);
    return new FoundTopic(description.partitions().size(), copies, values(config));
  }

  private static Map<String, String> values(Config config) {
    var values = new HashMap<String, String>();
    for (ConfigEntry entry : config.entries()) {
      if (entry.value() != null) { // null: the broker keeps it secret
        values.put(entry.name(), entry.value());
      }
    }
    return values;
  }
}
