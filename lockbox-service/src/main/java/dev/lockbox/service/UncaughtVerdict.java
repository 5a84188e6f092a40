package dev.lockbox.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a stream thread that threw: another takes its place, at most {@value
 * #REPLACED_MAX} times in ten minutes; after that the service shuts down rather than go round in
 * circles.
 */
final class UncaughtVerdict implements StreamsUncaughtExceptionHandler {
  static final int REPLACED_MAX = 3;
  static final Duration WINDOW = Duration.ofMinutes(10);
  private static final Logger LOG = LoggerFactory.getLogger(UncaughtVerdict.class);

  private final InstantSource clock;
  private final Deque<Instant> replaced = new ArrayDeque<>();

  UncaughtVerdict(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable uncaught) {
    var now = clock.instant();
    while (!replaced.isEmpty() && replaced.peekFirst().isBefore(now.minus(WINDOW))) {
      replaced.removeFirst();
    }
    if (replaced.size() == REPLACED_MAX) {
      LOG.error(
          "A stream thread failed, {} were replaced within {}: shutting down",
          REPLACED_MAX,
          WINDOW,
          uncaught);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    replaced.addLast(now);
    LOG.error(
        "A stream thread failed and is replaced ({} of {})",
        replaced.size(),
        REPLACED_MAX,
        uncaught);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
