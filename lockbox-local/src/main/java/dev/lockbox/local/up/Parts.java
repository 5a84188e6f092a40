package dev.lockbox.local.up;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs, in the order of registration; stopped in the reverse. A part that starts in the
 * background is registered at once, so that it is stopped in its place even when the start as a
 * whole is given up before the part is up. Safe for several threads.
 */
final class Parts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  /** A part that is still starting when all is to end; after that it is left to the JVM's end. */
  private static final Duration STARTED_WITHIN = Duration.ofSeconds(20);

  private final Progress progress;
  private final Deque<Part> running = new ArrayDeque<>();

  private record Part(String name, AutoCloseable running) {}

  /** Starts something; may take a while. */
  @FunctionalInterface
  interface Start<T extends AutoCloseable> {
    T start() throws InterruptedException;
  }

  Parts(Progress progress) {
    this.progress = progress;
  }

  /** Takes over what runs already. */
  synchronized <T extends AutoCloseable> T add(String name, T part) {
    running.push(new Part(name, part));
    return part;
  }

  /** Starts a part on a thread of its own. */
  <T extends AutoCloseable> CompletableFuture<T> start(String name, Start<T> start) {
    var started = new CompletableFuture<T>();
    add(name, () -> closeWhenStarted(started));
    Thread.ofPlatform().daemon().name("start-" + name).start(() -> run(start, started));
    return started;
  }

  /** Stops everything; a part that cannot be stopped does not keep the others running. */
  @Override
  public void close() {
    for (var part = next(); part != null; part = next()) {
      progress.say("stopping " + part.name);
      try {
        part.running.close();
      } catch (Exception failed) { // whatever it is, the parts below must still be stopped
        LOG.warn("{} did not stop cleanly", part.name, failed);
      }
    }
  }

  private synchronized @Nullable Part next() {
    return running.poll();
  }

  private static <T extends AutoCloseable> void run(Start<T> start, CompletableFuture<T> started) {
    try {
      started.complete(start.start());
    } catch (Throwable failed) { // handed to whoever waits for the part
      started.completeExceptionally(failed);
    }
  }

  /** To leave a part that is about to be up would leave its files open. */
  private static <T extends AutoCloseable> void closeWhenStarted(CompletableFuture<T> started)
      throws Exception {
    try {
      started.get(STARTED_WITHIN.toMillis(), TimeUnit.MILLISECONDS).close();
    } catch (ExecutionException neverStarted) {
      LOG.debug("nothing to stop", neverStarted);
    }
  }
}
