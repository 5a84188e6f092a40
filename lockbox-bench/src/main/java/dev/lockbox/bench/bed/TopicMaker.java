package dev.lockbox.bench.bed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Makes topics on a single broker, and asks where they end. */
final class TopicMaker {
  private static final short ONE_COPY = 1;
  private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(1);

  private final Admin admin;

  TopicMaker(Admin admin) {
    this.admin = admin;
  }

  /**
   * A topic to be made.
   *
   * @param settings Kafka's own
   */
  record Wanted(String name, int partitions, Map<String, String> settings) {}

  /**
   * Returns when every partition has a leader that answers: to a topic fresher than that, a
   * producer's first batch can be lost.
   */
  void make(List<Wanted> topics) {
    get(
        admin
            .createTopics(
                topics.stream()
                    .map(
                        one ->
                            new NewTopic(one.name(), one.partitions(), ONE_COPY)
                                .configs(one.settings()))
                    .toList())
            .all());
    Await.until("fresh topics answer", ANSWERS_WITHIN, () -> answers(topics));
  }

  private boolean answers(List<Wanted> topics) {
    try {
      admin.listOffsets(latest(topics.stream().flatMap(TopicMaker::partitions))).all().get();
      return true;
    } catch (ExecutionException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BenchFailed("interrupted while waiting for the broker", stopped);
    }
  }

  /** The ends of all topics that are not Kafka's own. */
  Map<TopicPartition, Long> ends() {
    var names = get(admin.listTopics().names());
    var described = get(admin.describeTopics(names).allTopicNames()).values();
    var partitions =
        described.stream()
            .filter(topic -> !topic.isInternal())
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(one -> new TopicPartition(topic.name(), one.partition())));
    return get(admin.listOffsets(latest(partitions)).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private static Stream<TopicPartition> partitions(Wanted topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(n -> new TopicPartition(topic.name(), n));
  }

  private static Map<TopicPartition, OffsetSpec> latest(Stream<TopicPartition> partitions) {
    return partitions.collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest()));
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException refused) {
      throw new BenchFailed("the broker refused", refused);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BenchFailed("interrupted while waiting for the broker", stopped);
    }
  }
}
