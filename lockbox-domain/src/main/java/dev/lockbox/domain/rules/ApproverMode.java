package dev.lockbox.domain.rules;

/** Which of a tenant's approvers may say yes to a request that is open. */
public enum ApproverMode {
  /** Those who were approvers when it was opened and still are. */
  SNAPSHOT,
  /**
   * Those who are approvers now; of those who were not when it was opened, nobody who ever changed
   * the tenant's rules: a change never helps the one who made it.
   */
  LIVE
}
