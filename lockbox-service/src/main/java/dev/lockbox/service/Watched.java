package dev.lockbox.service;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads whose end by a failure is seen: in the log, and at {@code /health} for good. */
public final class Watched {
  private static final Logger LOG = LoggerFactory.getLogger(Watched.class);

  private Watched() {}

  /**
   * Starts it.
   *
   * @param condition the name of the thread, and of what is wrong once it has failed
   */
  public static Thread start(String condition, Vitals vitals, Runnable work) {
    var thread = Thread.ofPlatform().name(condition).unstarted(work);
    thread.setUncaughtExceptionHandler((dead, why) -> report(condition, vitals, why));
    thread.start();
    return thread;
  }

  /** Waits for its end, or not much longer than {@code within}. */
  public static void await(Thread thread, Duration within) {
    try {
      if (!thread.join(within)) {
        LOG.warn("Thread {} did not stop within {}", thread.getName(), within);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void report(String condition, Vitals vitals, Throwable why) {
    LOG.error("{} stopped for good: somebody must look", condition, why);
    vitals.red(condition, "stopped: " + why.getMessage());
  }
}
