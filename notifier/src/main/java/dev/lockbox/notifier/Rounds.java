package dev.lockbox.notifier;

import dev.lockbox.notifier.OwedQueue.Backlog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the courier out again and again, and complains of what has been owed for too long. */
final class Rounds implements Runnable {
  static final String CONDITION = "courier";
  private static final Duration PERIOD = Duration.ofMillis(200);
  private static final Duration COMPLAINT_PERIOD = Duration.ofMinutes(10);
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final Courier courier;
  private final Outbox outbox;
  private final InstantSource clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private Instant nextComplaint = Instant.MIN;

  Rounds(Courier courier, Outbox outbox, InstantSource clock) {
    this.courier = courier;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void run() {
    try {
      while (!closing.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
        courier.look();
        complain();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    closing.countDown();
  }

  private void complain() {
    var now = clock.instant();
    if (now.isBefore(nextComplaint)) {
      return;
    }
    nextComplaint = now.plus(COMPLAINT_PERIOD);
    report(outbox.backlog());
  }

  private static void report(Backlog backlog) {
    if (backlog.overdue() > 0) {
      LOG.error(
          "{} of {} notices are owed for longer than {}, the oldest for {}; they are still tried",
          backlog.overdue(),
          backlog.owed(),
          Outbox.OVERDUE_AFTER,
          backlog.oldest());
    }
  }
}
