package dev.lockbox.api.signout;

import dev.lockbox.api.signin.SignOuts;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One instance alone, whose topic can be told to misbehave. */
@Singleton
@Replaces(KafkaSignOuts.class)
@Requires(property = "test.edges")
public final class FakeSignOuts implements SignOuts {
  private volatile Ended ended = new Ended(10);
  private volatile boolean areKnown = true;
  private volatile boolean isWritable = true;

  /** Nobody has signed out, and all is well. */
  public void forget() {
    ended = new Ended(10);
    areKnown = true;
    isWritable = true;
  }

  /** The topic is not read. */
  public void unread() {
    areKnown = false;
  }

  /** The topic takes nothing. */
  public void unwritable() {
    isWritable = false;
  }

  @Override
  public boolean areKnown() {
    return areKnown;
  }

  @Override
  public boolean has(String session, Instant until) {
    return ended.has(session, until);
  }

  @Override
  public CompletableFuture<Void> add(String session, Instant until) {
    ended.add(session, until, Instant.EPOCH);
    return isWritable
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.failedFuture(new IllegalStateException("timed out"));
  }
}
