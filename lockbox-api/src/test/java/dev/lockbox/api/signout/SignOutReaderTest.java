package dev.lockbox.api.signout;

import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockbox.api.view.ViewRig;
import dev.lockbox.events.message.SignedOut;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignOutReaderTest {
  private static final TopicPartition HERE = new TopicPartition(Topics.SIGN_OUTS.name(), 0);
  private static final Instant OVER = MORNING.plus(Duration.ofHours(8));
  private static final String ANNAS = "A".repeat(43);
  private static final String BENS = "B".repeat(43);

  private final ViewRig rig = new ViewRig();
  private final Vitals vitals = new Vitals();
  private final AtomicLong nanos = new AtomicLong();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Queue<MockConsumer<byte[], byte[]>> consumers = new ArrayDeque<>();
  private final SignOutReader reader =
      new SignOutReader(
          consumers::remove,
          rig.formats(),
          new RegistryPatience(vitals),
          vitals,
          () -> MORNING,
          nanos::get,
          meters);

  @AfterEach
  void close() {
    reader.close();
    rig.close();
  }

  @Test
  void nothingIsKnownBeforeAllThatIsThereWasRead() {
    var consumer = consumer(2);
    consumer.schedulePollTask(() -> consumer.addRecord(record(0, ANNAS)));
    consumer.schedulePollTask(
        () -> {
          assertThat(reader.isUpToDate()).isFalse();
          assertThat(vitals.wrong()).containsKey("signouts");
          consumer.addRecord(record(1, BENS));
        });
    reader.start();
    await().until(reader::isUpToDate);
    assertThat(reader.ended().has(ANNAS, OVER)).isTrue();
    assertThat(reader.ended().has(BENS, OVER)).isTrue();
    assertThat(reader.ended().has("C".repeat(43), OVER)).isFalse();
    await().until(() -> vitals.wrong().isEmpty());
  }

  @Test
  void whatIsKnownCountsForAShortWhile() {
    consumer(0);
    reader.start();
    await().until(reader::isUpToDate);
    reader.close();
    nanos.addAndGet(SignOutReader.COUNTS_FOR.toNanos() - 1);
    assertThat(reader.isUpToDate()).isTrue();
    nanos.addAndGet(1);
    assertThat(reader.isUpToDate()).isFalse();
  }

  @Test
  void goesOnWhereItStoppedWhenKafkaTurnsItAway() {
    var first = consumer(1);
    first.schedulePollTask(() -> first.addRecord(record(0, ANNAS)));
    first.schedulePollTask(
        () -> first.setPollException(new TopicAuthorizationException("not just now")));
    var second = consumer(2);
    second.schedulePollTask(() -> second.addRecord(record(1, BENS)));
    reader.start();
    await().until(() -> vitals.wrong().getOrDefault("signouts", "").contains("not just now"));
    await().until(() -> reader.ended().has(BENS, OVER));
    await().until(() -> vitals.wrong().isEmpty());
    assertThat(reader.ended().has(ANNAS, OVER)).isTrue();
    assertThat(first.closed()).isTrue();
  }

  /** Somebody signed out, and nobody knows who. */
  @Test
  void whatCannotBeReadEndsAllThatHadBegun() {
    var consumer = consumer(2);
    var garbage = new byte[] {1, 2, 3};
    consumer.schedulePollTask(
        () -> {
          consumer.addRecord(record(0, garbage, garbage));
          consumer.addRecord(record(1, ANNAS));
        });
    reader.start();
    await().until(reader::isUpToDate);
    assertThat(reader.ended().has(BENS, OVER)).isTrue();
    assertThat(reader.ended().has(ANNAS, OVER.plusSeconds(3600))).isTrue();
    var begunLater = OVER.plusSeconds(61);
    assertThat(reader.ended().has(BENS, begunLater)).isFalse();
    assertThat(meters.get("lockbox.signouts.unreadable").counter().count()).isEqualTo(1);
  }

  private MockConsumer<byte[], byte[]> consumer(long end) {
    var consumer = new MockConsumer<byte[], byte[]>("earliest");
    consumer.updateBeginningOffsets(Map.of(HERE, 0L));
    consumer.updateEndOffsets(Map.of(HERE, end));
    consumers.add(consumer);
    return consumer;
  }

  private ConsumerRecord<byte[], byte[]> record(int offset, String session) {
    var out = new SignedOut(session, OVER);
    var format = rig.formats().signOuts();
    return record(offset, format.key(out), format.value(out));
  }

  private static ConsumerRecord<byte[], byte[]> record(int offset, byte[] key, byte[] value) {
    return new ConsumerRecord<>(
        HERE.topic(),
        HERE.partition(),
        offset,
        MORNING.toEpochMilli(),
        TimestampType.LOG_APPEND_TIME,
        key.length,
        value.length,
        key,
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
