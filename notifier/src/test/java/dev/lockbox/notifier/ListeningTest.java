package dev.lockbox.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockbox.domain.Recorded;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.PatientReader;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import dev.lockbox.service.Watched;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListeningTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final TopicPartition EVENTS = new TopicPartition(Topics.EVENTS.name(), 0);

  private final Vitals vitals = new Vitals();
  private final Desk desk = new Desk();
  private final Format<Recorded> format = Wire.formats().events();
  private final List<MockConsumer<byte[], byte[]>> consumers = new CopyOnWriteArrayList<>();
  private final Listening listening =
      new Listening(this::nextConsumer, this::reader, vitals, Duration.ofMillis(10));
  private Thread thread = Thread.currentThread();

  @AfterEach
  void stop() {
    listening.stop();
    Watched.await(thread, SOON);
  }

  @Test
  void isWellOnceItHasCaughtUp() {
    start();

    await().atMost(SOON).until(() -> vitals.wrong().isEmpty());
  }

  @Test
  void anOutageIsSeenAndAnotherReaderBegins() {
    start();
    await().atMost(SOON).until(() -> vitals.wrong().isEmpty());

    consumers.getFirst().setPollException(new KafkaException("nobody answers"));

    await().atMost(SOON).until(() -> consumers.size() == 2);
    await().atMost(SOON).until(() -> vitals.wrong().isEmpty());
    assertThat(consumers.getFirst().closed()).isTrue();
  }

  @Test
  void aBrokenLogStopsItForGood() {
    start();
    await().atMost(SOON).until(() -> vitals.wrong().isEmpty());

    consumers
        .getFirst()
        .schedulePollTask(
            () -> {
              consumers.getFirst().rebalance(List.of(EVENTS));
              consumers
                  .getFirst()
                  .addRecord(
                      new ConsumerRecord<>(EVENTS.topic(), 0, 0, new byte[] {1}, new byte[] {9}));
            });

    await().atMost(SOON).until(() -> !thread.isAlive());
    assertThat(vitals.wrong().get(Listening.CONDITION)).contains("stopped", "cannot be read");
    assertThat(consumers).hasSize(1);
  }

  private void start() {
    thread = Watched.start(Listening.CONDITION, vitals, listening);
  }

  private Consumer<byte[], byte[]> nextConsumer() {
    var consumer = new MockConsumer<byte[], byte[]>("earliest");
    consumer.updateBeginningOffsets(Map.of(EVENTS, 0L));
    consumer.updateEndOffsets(Map.of(EVENTS, 0L));
    consumers.add(consumer);
    return consumer;
  }

  private EventReader reader(Consumer<byte[], byte[]> consumer) {
    return new EventReader(
        consumer,
        new PatientReader<>(format, new RegistryPatience(vitals)),
        desk.history,
        desk.whoToTell,
        desk.outbox);
  }
}
