package dev.lockbox.adapter;

import dev.lockbox.events.codec.RegistryUnavailable;
import dev.lockbox.service.Vitals;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a reader of the state topic going. When Kafka does not answer, another begins anew after a
 * pause; what the last one knew stands until the new one is at the end.
 */
final class Reading implements Runnable {
  static final String CONDITION = "state";
  static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Function<Consumer<byte[], byte[]>, StateReader> readers;
  private final Duration pause;
  private final CountDownLatch closing = new CountDownLatch(1);

  Reading(
      Supplier<Consumer<byte[], byte[]>> consumers,
      Function<Consumer<byte[], byte[]>, StateReader> readers,
      Vitals vitals,
      Duration pause) {
    this.consumers = consumers;
    this.readers = readers;
    this.pause = pause;
    vitals.red(CONDITION, "reading what was granted before");
  }

  /** Returns when it is told to stop. */
  @Override
  public void run() {
    var over = false;
    while (!over) {
      try (var consumer = consumers.get()) {
        var reader = readers.apply(consumer);
        reader.open();
        while (!isClosing(Duration.ZERO)) {
          reader.round();
        }
      } catch (KafkaException | RegistryUnavailable outage) {
        LOG.warn("The state topic is not read just now, again in {}: {}", pause, outage.toString());
      }
      over = isClosing(pause);
    }
  }

  /** To be called once; {@link #run} returns soon after. */
  void stop() {
    closing.countDown();
  }

  private boolean isClosing(Duration within) {
    try {
      return closing.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
