package dev.lockbox.domain.entitlement;

/** How often a grant lets its engineer in. */
public enum Uses {
  /** As often as they like, until it ends. */
  ANY,
  /** Once, which is still to come. */
  ONE,
  /** Once, and that was made of it: what goes on may go on, and nobody comes in again. */
  USED_UP
}
