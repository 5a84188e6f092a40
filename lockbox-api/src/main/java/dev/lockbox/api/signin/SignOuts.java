package dev.lockbox.api.signin;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Which sessions were ended by those whose they are, at whichever instance. A session is named by a
 * digest of its id.
 */
public interface SignOuts {
  /** Whether it is known which those are; while it is not, no session counts. */
  boolean areKnown();

  /**
   * Whether this session was ended.
   *
   * @param until when it is over in any case, as {@link #add} was told
   */
  boolean has(String session, Instant until);

  /**
   * Ends one: here at once.
   *
   * @param until when it is over in any case, whatever an instance has set
   * @return completes once every instance will hear of it. Failed, or not completed, means that
   *     nobody knows whether one will
   */
  CompletableFuture<Void> add(String session, Instant until);
}
