package dev.lockbox.adapter;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What has been read of the log, between who reads it and who acts on it. */
final class Knowledge {
  private final Duration lagMax;
  private final Semaphore news = new Semaphore(0);
  private volatile @Nullable Grants grants;
  private volatile Instant currentAt = Instant.EPOCH;

  /**
   * @param lagMax what was read to the end no longer ago counts as current
   */
  Knowledge(Duration lagMax) {
    this.lagMax = lagMax;
  }

  /** The log was read to the end that it had then; whoever waits looks again. */
  void readToEnd(Grants now, Instant at) {
    grants = now;
    currentAt = at;
  }

  /** Something changed. */
  void changed() {
    news.release();
  }

  /** Returns when something changed, or after that long. */
  void await(Duration atMost) throws InterruptedException {
    if (news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }

  /** Empty until the log has been read to its end once. */
  Optional<Grants> grants() {
    return Optional.ofNullable(grants);
  }

  /** Not by a clock that went backwards either. */
  boolean isCurrent(Instant now) {
    return !now.isBefore(currentAt) && !now.isAfter(currentAt.plus(lagMax));
  }
}
