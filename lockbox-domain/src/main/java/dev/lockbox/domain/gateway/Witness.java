package dev.lockbox.domain.gateway;

/** Who saw what was done. The names are public. */
public enum Witness {
  /** The gateway that the engineer passed through. */
  GATEWAY,
  /** The target's own event log. */
  TARGET_LOG
}
