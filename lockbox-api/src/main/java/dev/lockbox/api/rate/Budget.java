package dev.lockbox.api.rate;

import java.util.Set;
import java.util.regex.Pattern;

/** What calls are counted as, each by itself. */
enum Budget {
  /**
   * Denying, revoking, withdrawing a key that is lost or a role of the provider's, and ending a
   * membership. Of a customer as a whole these are not counted: who floods one with noes of their
   * own must not keep another from theirs.
   */
  NO,
  /** Everything else that is asked to be done. */
  CHANGE,
  /** Reading. */
  READ,
  /** What gateways ask before they open. */
  QUESTION;

  private static final Set<String> NOES = Set.of("deny", "revoke");
  private static final Pattern KEY_WITHDRAWN =
      Pattern.compile("/(v1|portal)/tenants/[^/]+/keys(/[^/]+)?/withdraw");
  private static final Pattern ROLE_TAKEN =
      Pattern.compile("/v1/provider/(roles/[^/]+/withdraw|engineers/[^/]+/roles/[^/]+/end)");
  private static final Pattern AZURES =
      Pattern.compile("/subscriptions/[^/]+/providers/[^/]+/requests/[^/]+/updateApproval");

  private static final Set<String> QUESTIONS =
      Set.of("authorize", "lease", "evaluation", "evaluations");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /**
   * @param path as it stands in the request line, without the query
   * @param denies whether the body says no, where the path does not tell
   */
  static Budget of(String method, String path, boolean denies) {
    if (READING.contains(method)) {
      return READ;
    }
    var last = path.substring(path.lastIndexOf('/') + 1);
    if (NOES.contains(last)
        || KEY_WITHDRAWN.matcher(path).matches()
        || ROLE_TAKEN.matcher(path).matches()) {
      return NO;
    }
    if (denies && AZURES.matcher(path).matches()) {
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
