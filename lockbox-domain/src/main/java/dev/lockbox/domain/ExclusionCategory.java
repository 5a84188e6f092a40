package dev.lockbox.domain;

/** Why somebody came by a customer's data without the customer having said yes. */
public enum ExclusionCategory {
  /** Services had to be recovered outside of the usual procedures: break-glass. */
  EMERGENCY,
  /** Nobody meant to: a packet capture that held some, a disk that was not empty. */
  INADVERTENT,
  /** A law or an order left no choice. */
  LEGAL
}
