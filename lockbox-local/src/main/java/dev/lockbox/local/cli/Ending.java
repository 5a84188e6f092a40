package dev.lockbox.local.cli;

import dev.lockbox.local.up.Stop;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM turn into a request to stop; the JVM ends when that was followed, with status
 * 0, or when it was not followed in time. Without this the JVM would end under the feet of whoever
 * is stopping.
 */
final class Ending implements AutoCloseable {
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(90);

  private final CountDownLatch ended = new CountDownLatch(1);

  private Ending() {}

  static Ending onSignal(Stop stop) {
    var ending = new Ending();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ending.stopped(stop), "stop"));
    return ending;
  }

  /** What was to be stopped has stopped. */
  @Override
  public void close() {
    ended.countDown();
  }

  private void stopped(Stop stop) {
    if (ended.getCount() == 0) {
      return; // it ended by itself, and has its own exit code
    }
    stop.request();
    Runtime.getRuntime().halt(inTime() ? ExitCode.OK : ExitCode.REFUSED);
  }

  private boolean inTime() {
    try {
      return ended.await(STOPPED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
