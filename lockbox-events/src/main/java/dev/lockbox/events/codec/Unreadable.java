package dev.lockbox.events.codec;

import dev.lockbox.events.message.QuarantineCause;

/** A record nobody can read, and never will: it belongs in quarantine. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;
  private final QuarantineCause cause;

  Unreadable(QuarantineCause cause, String detail) {
    super(detail);
    this.cause = cause;
  }

  Unreadable(QuarantineCause cause, String detail, Throwable because) {
    super(detail, because);
    this.cause = cause;
  }

  public QuarantineCause why() {
    return cause;
  }
}
