package dev.lockbox.domain;

/** What whoever came by the data could read of it. */
public enum DataExposure {
  PLAINTEXT,
  /** The customer had encrypted it, so that nothing could be read. */
  ENCRYPTED,
  NOT_KNOWN
}
