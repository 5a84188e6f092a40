package dev.lockbox.service;

import dev.lockbox.events.codec.RegistryUnavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that reads from Kafka from a service's start to its end. When Kafka does not let it
 * read, health is red under the name of what is read, and a new consumer is read from; whoever
 * reads knows where to go on. Whatever else goes wrong ends it for good, and health stays red.
 */
public final class ReadingThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingThread.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final String what;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Work work;
  private final RegistryPatience patience;
  private final Vitals vitals;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicReference<@Nullable Consumer<byte[], byte[]>> reading =
      new AtomicReference<>();
  private final Thread thread;

  /** What the thread does; returns once {@link #isClosing()}. */
  @FunctionalInterface
  public interface Work {
    /** Reads on where this was last left, whichever consumer that was. */
    void read(Consumer<byte[], byte[]> consumer);
  }

  /**
   * @param what is read, in lower case and several, which is also what health calls it
   * @param patience closed with this, since the thread may be waiting there
   */
  public ReadingThread(
      String what,
      Supplier<Consumer<byte[], byte[]>> consumers,
      Work work,
      RegistryPatience patience,
      Vitals vitals) {
    this.what = what;
    this.consumers = consumers;
    this.work = work;
    this.patience = patience;
    this.vitals = vitals;
    this.thread =
        Thread.ofPlatform()
            .name("lockbox-" + what)
            .uncaughtExceptionHandler((failed, why) -> report(why))
            .unstarted(this::run);
  }

  /** Starts to read; health is green once it is told that all is well. Once only. */
  public void start() {
    vitals.red(what, "not read yet");
    thread.start();
  }

  /** Says that what was read is as it must be. */
  public void isWell() {
    vitals.green(what);
  }

  /** Whether to read no more. */
  public boolean isClosing() {
    return isClosing(Duration.ZERO);
  }

  @Override
  public void close() {
    closing.countDown();
    patience.close();
    var last = reading.get();
    if (last != null) {
      last.wakeup();
    }
    try {
      if (thread.isAlive() && !thread.join(CLOSE_WITHIN)) {
        LOG.warn("The {} are still being read after {}", what, CLOSE_WITHIN);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void report(Throwable why) {
    LOG.error("The {} are read no more", what, why);
    vitals.red(what, "read no more: " + why);
  }

  private void run() {
    while (!isClosing()) {
      try (var consumer = consumers.get()) {
        reading.set(consumer);
        work.read(consumer);
      } catch (WakeupException | InterruptException | RegistryUnavailable closed) {
        LOG.debug("The {} are read no more: closed", what);
      } catch (KafkaException outage) {
        LOG.warn("The {} are not read just now, again in {}: {}", what, PAUSE, outage.toString());
        vitals.red(what, "not read: " + outage);
        isClosing(PAUSE);
      }
    }
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
