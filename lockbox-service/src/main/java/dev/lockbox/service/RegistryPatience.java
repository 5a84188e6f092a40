package dev.lockbox.service;

import dev.lockbox.events.codec.RegistryUnavailable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a schema registry that does not answer, with health red, and asks again. Nothing is
 * skipped, and nothing is given up, until the service is closed.
 *
 * <p>A wait inside a topology holds back its other partitions too, and a transaction that was open
 * will have timed out: Kafka then undoes it and the record is met again, by whoever has the
 * partition by then.
 */
@Singleton
public final class RegistryPatience {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryPatience.class);
  private static final String CONDITION = "registry";
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Vitals vitals;
  private final Duration pause;
  private final CountDownLatch closed = new CountDownLatch(1);

  @Inject
  public RegistryPatience(Vitals vitals) {
    this(vitals, PAUSE);
  }

  RegistryPatience(Vitals vitals, Duration pause) {
    this.vitals = vitals;
    this.pause = pause;
  }

  /**
   * Something that may need the registry.
   *
   * @param <T> what it makes
   * @param <E> what else may go wrong
   */
  @FunctionalInterface
  public interface Step<T, E extends Exception> {
    T take() throws E;
  }

  /** Takes the step, as often as it takes. */
  public <T, E extends Exception> T await(Step<T, E> step) throws E {
    while (true) {
      try {
        var made = step.take();
        vitals.green(CONDITION);
        return made;
      } catch (RegistryUnavailable noAnswer) {
        LOG.warn("{}; asking again in {}", noAnswer.getMessage(), pause);
        vitals.red(CONDITION, String.valueOf(noAnswer.getMessage()));
        waitAMoment(noAnswer);
      }
    }
  }

  /** Ends the wait of whoever waits: the service is being closed. */
  @PreDestroy
  public void close() {
    closed.countDown();
  }

  private void waitAMoment(RegistryUnavailable noAnswer) {
    try {
      if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        throw noAnswer;
      }
    } catch (InterruptedException interrupted) {
      throw new InterruptException(interrupted);
    }
  }
}
