package dev.lockbox.local.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Closes what says nothing any more: a connection whose other end is gone may never tell, and
 * whoever reads it would wait for good.
 */
final class Silence implements AutoCloseable {
  private static final ScheduledExecutorService LOOKS =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("silence").factory());

  private final Closeable heard;
  private final Duration most;
  private final ScheduledFuture<?> looking;
  private volatile long lastNanos = System.nanoTime();

  private Silence(Closeable heard, Duration most) {
    this.heard = heard;
    this.most = most;
    var every = most.toMillis() / 2;
    this.looking = LOOKS.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  /** Closes it once nothing was {@link #broken} for so long, within half as much again. */
  static Silence of(Closeable heard, Duration most) {
    return new Silence(heard, most);
  }

  void broken() {
    lastNanos = System.nanoTime();
  }

  private void look() {
    if (System.nanoTime() - lastNanos >= most.toNanos()) {
      try {
        heard.close();
      } catch (IOException failed) {
        throw new UncheckedIOException("what is silent cannot be closed", failed);
      }
    }
  }

  @Override
  public void close() {
    looking.cancel(false);
  }
}
