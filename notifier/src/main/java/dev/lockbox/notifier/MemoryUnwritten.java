package dev.lockbox.notifier;

/** It is not known whether what was to be remembered is. Remembering it again does no harm. */
final class MemoryUnwritten extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MemoryUnwritten(String what, Throwable because) {
    super("not known to be remembered: " + what, because);
  }
}
