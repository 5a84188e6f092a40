package dev.lockbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.Tick;
import dev.lockbox.events.registry.SchemaAdmin;
import dev.lockbox.events.topic.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TickerTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final TickSettings SETTINGS =
      new TickSettings(Duration.ofSeconds(5), Optional.of("host-1"));

  private final MockProducer<byte[], byte[]> kafka =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Vitals vitals = new Vitals();
  private final Formats formats = formats();
  private final Ticker ticker =
      new Ticker(() -> kafka, formats, SETTINGS, () -> NOON, vitals, meters);

  @AfterEach
  void stop() {
    ticker.close();
  }

  @Test
  void eachPartitionIsToldWhatTheHostsClockShows() {
    ticker.round(kafka, "host-1");
    assertThat(kafka.history())
        .hasSize(Topics.COMMANDS.partitions())
        .extracting(ProducerRecord::partition)
        .doesNotHaveDuplicates();
    var log = formats.commandLog();
    assertThat(kafka.history())
        .allSatisfy(
            sent -> {
              var tick = Tick.of(sent.partition(), "host-1", NOON);
              assertThat(sent.value()).isEqualTo(log.value(tick));
              assertThat(sent.key()).isEqualTo(log.key(tick));
            });
  }

  @Test
  void whoWantsToKnowIsToldWhereATickStandsOnceKafkaTookIt() {
    var taken = new ArrayList<TakenTick>();
    ticker.tell(taken::add);
    ticker.round(kafka, "host-1");
    assertThat(taken).isEmpty();
    kafka.errorNext(new NotEnoughReplicasException("too few copies"));
    while (kafka.completeNext()) {}
    assertThat(taken).hasSize(Topics.COMMANDS.partitions() - 1);
    assertThat(taken.get(0).partition()).isEqualTo(1);
    assertThat(taken.get(0).shown()).isEqualTo(NOON);
    assertThat(taken.get(0).sentNanos()).isLessThanOrEqualTo(System.nanoTime());
  }

  @Test
  void howFarTheClocksAreApartIsToldWhicheverIsAhead() {
    var tick = new TakenTick(0, 7, 1, NOON, NOON.minusSeconds(3));
    assertThat(tick.apart()).isEqualTo(Duration.ofSeconds(3));
    assertThat(new TakenTick(0, 7, 1, NOON, NOON.plusSeconds(3)).apart()).isEqualTo(tick.apart());
  }

  @Test
  void aTickThatKafkaDoesNotTakeIsCountedAndShown() {
    ticker.round(kafka, "host-1");
    kafka.errorNext(new NotEnoughReplicasException("too few copies"));
    while (kafka.completeNext()) {}
    assertThat(meters.get("lockbox.ticks.failed").counter().count()).isEqualTo(1);
    assertThat(vitals.wrong()).containsKey("ticks");
    ticker.round(kafka, "host-1");
    while (kafka.completeNext()) {}
    assertThat(vitals.wrong()).isEmpty();
  }

  @Test
  void aKafkaThatIsNotThereStopsNoLaterRound() {
    kafka.sendException = new TimeoutException("nobody answers");
    ticker.round(kafka, "host-1");
    assertThat(meters.get("lockbox.ticks.failed").counter().count())
        .isEqualTo(Topics.COMMANDS.partitions());
    kafka.sendException = null;
    ticker.round(kafka, "host-1");
    while (kafka.completeNext()) {}
    assertThat(vitals.wrong()).isEmpty();
  }

  @Test
  void whatCannotKeepAClockTrustedIsRefused() {
    assertThatThrownBy(() -> new TickSettings(Duration.ofSeconds(21), Optional.empty()))
        .hasMessageContaining("lockbox.ticks.every must be from PT1S to PT20S");
  }

  @Test
  void unsaidTheHostIsTheMachine() {
    var name = new TickSettings(Duration.ofSeconds(5), Optional.empty()).hostName();
    assertThat(Tick.of(0, name, NOON).host().value()).isEqualTo(name);
  }

  private static Formats formats() {
    var registry = new MockSchemaRegistryClient();
    new SchemaAdmin(registry).register();
    return new Formats(registry);
  }
}
