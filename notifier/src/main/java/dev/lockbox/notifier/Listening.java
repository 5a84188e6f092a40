package dev.lockbox.notifier;

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
 * Keeps a reader of the events going. When Kafka does not answer, a new one begins after a pause,
 * and finds out anew what is known: there is one way to start, and it is taken every time. When the
 * log is broken it stops, and health stays red.
 */
final class Listening implements Runnable {
  static final String CONDITION = "events";
  static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Function<Consumer<byte[], byte[]>, EventReader> readers;
  private final Vitals vitals;
  private final Duration pause;
  private final CountDownLatch closing = new CountDownLatch(1);

  Listening(
      Supplier<Consumer<byte[], byte[]>> consumers,
      Function<Consumer<byte[], byte[]>, EventReader> readers,
      Vitals vitals,
      Duration pause) {
    this.consumers = consumers;
    this.readers = readers;
    this.vitals = vitals;
    this.pause = pause;
    vitals.red(CONDITION, "catching up");
  }

  /** Returns when it is told to stop; throws when the log is broken. */
  @Override
  public void run() {
    var over = false;
    while (!over) {
      try {
        listen();
      } catch (KafkaException | MemoryUnwritten | RegistryUnavailable outage) {
        LOG.warn("Events are not read just now, again in {}: {}", pause, outage.toString());
        vitals.red(CONDITION, outage.toString());
      }
      over = isClosing(pause);
    }
  }

  private void listen() {
    try (var consumer = consumers.get()) {
      var reader = readers.apply(consumer);
      reader.open();
      while (!isClosing(Duration.ZERO)) {
        reader.round();
        if (reader.hasCaughtUp()) {
          vitals.green(CONDITION);
        }
      }
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
