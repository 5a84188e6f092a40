package dev.lockbox.domain;

/** Why a grant ended before its time. */
public enum RevocationCause {
  REVOKED_BY_APPROVER,
  DENIED_AFTER_GRANT,
  TICKET_RESOLVED
}
