package dev.lockbox.notifier;

/** The log holds what nobody can read, or lacks what was there. Reading on would skip somebody. */
final class BrokenLog extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenLog(String what) {
    super(what);
  }

  BrokenLog(String what, Throwable because) {
    super(what, because);
  }
}
