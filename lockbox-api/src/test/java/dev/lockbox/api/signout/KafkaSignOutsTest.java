package dev.lockbox.api.signout;

import static dev.lockbox.domain.Cast.MORNING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.view.ViewRig;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.SignedOut;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaSignOutsTest {
  private static final String ANNAS = "A".repeat(43);

  private final ViewRig rig = new ViewRig();
  private final Vitals vitals = new Vitals();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final SignOutReader reader =
      new SignOutReader(
          () -> {
            throw new IllegalStateException("nobody reads here");
          },
          rig.formats(),
          new RegistryPatience(vitals),
          vitals,
          () -> MORNING,
          System::nanoTime,
          new SimpleMeterRegistry());
  private final KafkaSignOuts signOuts =
      new KafkaSignOuts(producer, rig.formats(), reader, () -> MORNING);

  @AfterEach
  void close() {
    reader.close();
    rig.close();
  }

  @Test
  void isToldByTheDigestAndOnlyThenIsDone() throws Exception {
    var over = MORNING.plus(Duration.ofHours(8));
    var written = signOuts.add(ANNAS, over.plusNanos(1));
    assertThat(signOuts.has(ANNAS, over)).isTrue();
    assertThat(written).isNotDone();
    var record = producer.history().getFirst();
    assertThat(record.topic()).isEqualTo(Topics.SIGN_OUTS.name());
    assertThat(new String(record.key(), UTF_8)).isEqualTo(ANNAS);
    var found = new Found(record.topic(), 0, 0, 0, record.key(), record.value());
    assertThat(rig.formats().signOuts().read(found)).isEqualTo(new SignedOut(ANNAS, over));
    producer.completeNext();
    assertThat(written).isCompleted();
  }

  @Test
  void whatIsNotWrittenIsEndedHereAndSaidNotToBe() {
    var written = signOuts.add(ANNAS, MORNING.plusSeconds(60));
    producer.errorNext(new TimeoutException("no broker"));
    assertThat(written).isCompletedExceptionally();
    producer.sendException = new KafkaException("the buffer is full");
    assertThat(signOuts.add(ANNAS, MORNING.plusSeconds(60))).isCompletedExceptionally();
    assertThat(signOuts.has(ANNAS, MORNING.plusSeconds(60))).isTrue();
    assertThat(signOuts.areKnown()).isFalse();
  }
}
