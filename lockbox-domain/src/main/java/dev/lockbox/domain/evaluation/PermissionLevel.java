package dev.lockbox.domain.evaluation;

/** How much somebody may do; each includes those before it. */
public enum PermissionLevel {
  READ,
  WRITE,
  ADMIN;

  /** Whether who may do this may do that. */
  boolean reaches(PermissionLevel other) {
    return compareTo(other) >= 0;
  }
}
