package dev.lockbox.domain.resource;

/** How much an action lays open or changes. */
public enum Risk {
  /** Tells how something runs, or what is there. */
  LOW,
  /** Shows what customers keep, takes it away, changes it, or lets somebody act as they like. */
  HIGH
}
