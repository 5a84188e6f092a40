package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.Code;
import java.util.Set;

/**
 * As whom the engineer signed in, and how.
 *
 * @param methods how they proved it, by the names of RFC 8176 ({@code amr}); at most {@value
 *     #METHODS_MAX}
 */
public record Identity(Kind kind, Set<Code> methods) {
  public static final int METHODS_MAX = 16;

  /** What sort of an account it is. */
  public enum Kind {
    /** Made for this work alone, and of use nowhere else. */
    ISOLATED,
    STANDARD
  }

  public Identity {
    methods = Set.copyOf(methods);
    Limits.atMost("methods of an identity", methods, METHODS_MAX);
  }
}
