package dev.lockbox.api.rate;

import java.util.Set;

/** What calls are counted as, each by itself. */
enum Budget {
  /**
   * Denying and revoking. Of a customer as a whole these are not counted: who floods one with noes
   * of their own must not keep another from theirs.
   */
  NO,
  /** Everything else that is asked to be done. */
  CHANGE,
  /** Reading. */
  READ,
  /** What gateways ask before they open. */
  QUESTION;

  private static final Set<String> NOES = Set.of("deny", "revoke");
  private static final Set<String> QUESTIONS =
      Set.of("authorize", "lease", "evaluation", "evaluations");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /**
   * @param path as it stands in the request line, without the query
   */
  static Budget of(String method, String path) {
    if (READING.contains(method)) {
      return READ;
    }
    var last = path.substring(path.lastIndexOf('/') + 1);
    if (NOES.contains(last)) {
      return NO;
    }
    return QUESTIONS.contains(last) ? QUESTION : CHANGE;
  }

  boolean isCountedOfTenants() {
    return switch (this) {
      case CHANGE, READ, QUESTION -> true;
      case NO -> false;
    };
  }
}
