package dev.lockbox.api.command;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockbox.api.History;
import dev.lockbox.api.view.CatchUp;
import dev.lockbox.api.view.ViewRig;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TailTest {
  private static final TopicPartition HERE = new TopicPartition(Topics.EVENTS.name(), 0);

  private final ViewRig rig = new ViewRig();
  private final Vitals vitals = new Vitals();
  private final Heard heard = new Heard();
  private final Queue<MockConsumer<byte[], byte[]>> consumers = new ArrayDeque<>();
  private final List<Recorded> events = new ArrayList<>();
  private final Tail tail =
      new Tail(
          consumers::remove,
          rig.formats(),
          new RegistryPatience(vitals),
          heard,
          new CatchUp(vitals),
          vitals);

  private static final class Heard implements Verdicts {
    private final List<Recorded> all = new CopyOnWriteArrayList<>();

    @Override
    public Waiting await(LoggedCommand command, Provenance attempt) {
      throw new UnsupportedOperationException("nobody asks here");
    }

    @Override
    public void heard(Recorded recorded) {
      all.add(recorded);
    }
  }

  @BeforeEach
  void twoEvents() {
    var history = new History();
    events.addAll(history.register(CONTOSO, Samples.MEMBERSHIP));
    events.addAll(history.open(new RequestId(CONTOSO, "req-1"), MORNING));
  }

  @AfterEach
  void close() {
    tail.close();
    rig.close();
  }

  @Test
  void hearsWhatIsWrittenAfterItsStart() {
    var consumer = consumer();
    consumer.schedulePollTask(() -> consumer.addRecord(record(0)));
    tail.start();
    await().until(() -> heard.all.equals(events.subList(0, 1)));
    await().until(() -> vitals.wrong().isEmpty());
  }

  @Test
  void goesOnWhereItStoppedWhenKafkaTurnsItAway() {
    var first = consumer();
    first.schedulePollTask(() -> first.addRecord(record(0)));
    first.schedulePollTask(
        () -> first.setPollException(new TopicAuthorizationException("not just now")));
    var second = consumer();
    second.schedulePollTask(() -> second.addRecord(record(1)));
    tail.start();
    await().until(() -> vitals.wrong().getOrDefault("verdicts", "").contains("not just now"));
    await().until(() -> heard.all.equals(events.subList(0, 2)));
    await().until(() -> vitals.wrong().isEmpty());
    assertThat(first.closed()).isTrue();
  }

  @Test
  void stopsForGoodAtWhatCannotBeRead() {
    var consumer = consumer();
    var garbage = new byte[] {1, 2, 3};
    consumer.schedulePollTask(
        () ->
            consumer.addRecord(
                new ConsumerRecord<>(HERE.topic(), HERE.partition(), 0, garbage, garbage)));
    tail.start();
    await().until(() -> vitals.wrong().getOrDefault("verdicts", "").contains("read no more"));
    await().until(consumer::closed);
    assertThat(heard.all).isEmpty();
  }

  private MockConsumer<byte[], byte[]> consumer() {
    var consumer = new MockConsumer<byte[], byte[]>("latest");
    var ends =
        IntStream.range(0, Topics.EVENTS.partitions())
            .mapToObj(partition -> new TopicPartition(Topics.EVENTS.name(), partition))
            .collect(Collectors.toMap(partition -> partition, partition -> 0L));
    consumer.updateBeginningOffsets(ends);
    consumer.updateEndOffsets(ends);
    consumers.add(consumer);
    return consumer;
  }

  private ConsumerRecord<byte[], byte[]> record(int offset) {
    var event = events.get(offset);
    return new ConsumerRecord<>(
        HERE.topic(),
        HERE.partition(),
        offset,
        rig.formats().events().key(event),
        rig.formats().events().value(event));
  }
}
