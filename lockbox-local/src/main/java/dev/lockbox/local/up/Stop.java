package dev.lockbox.local.up;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Somebody may want it to end, also while it still starts. Asked once, by a signal or a test. */
public final class Stop {
  private final CompletableFuture<Void> requested = new CompletableFuture<>();

  /** Thrown out of a start that nobody wants any more. */
  public static final class Requested extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Requested() {
      super("stopped while starting");
    }
  }

  public void request() {
    requested.complete(null);
  }

  /** Returns when it is requested. */
  public void await() {
    requested.join();
  }

  /** Refuses to go on once it is requested. */
  void check() {
    if (requested.isDone()) {
      throw new Requested();
    }
  }

  /**
   * What the step comes to, or what it failed with.
   *
   * @throws Requested when a stop comes first; the step goes on alone
   */
  <T> T orResult(CompletableFuture<T> step) {
    try {
      CompletableFuture.anyOf(step, requested).join();
      check();
      return step.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw failed;
    } catch (CancellationException cancelled) {
      throw new Requested();
    }
  }
}
