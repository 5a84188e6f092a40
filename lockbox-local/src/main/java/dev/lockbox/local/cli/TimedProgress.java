package dev.lockbox.local.cli;

import dev.lockbox.local.up.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Progress with the seconds since the start in front. */
final class TimedProgress implements Progress {
  private static final double MILLIS_PER_SECOND = 1000;

  private final Instant began = Instant.now();
  private final PrintWriter out;

  TimedProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void say(String what) {
    var seconds = Duration.between(began, Instant.now()).toMillis() / MILLIS_PER_SECOND;
    out.println("%6.1f s  %s".formatted(seconds, what));
    out.flush();
  }
}
