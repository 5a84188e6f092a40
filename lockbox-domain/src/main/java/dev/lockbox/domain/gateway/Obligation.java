package dev.lockbox.domain.gateway;

/** What whoever opens the door must do while it is open, or leave it shut. */
public enum Obligation {
  /** Show nothing that names or describes a person. */
  REDACT,
  /** Record all that is done. */
  RECORD
}
