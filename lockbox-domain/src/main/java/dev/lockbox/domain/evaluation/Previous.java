package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.RequestId;

/** The request, of the same tenant, that this one follows. */
public record Previous(Kind kind, RequestId request) {
  /** Why there is another one. */
  public enum Kind {
    /** The same is asked for once more. */
    AGAIN,
    /** Another engineer goes on with the work. */
    HAND_OVER,
    /** The work takes longer than was granted. */
    EXTENSION
  }
}
