package dev.lockbox.processor.publisher;

import dev.lockbox.events.message.QuarantineCause;

/**
 * A record is not known to be of the service that it names, or the service may not publish it, or
 * the engineer that it names did not say so.
 */
public final class NotBelieved extends Exception {
  private static final long serialVersionUID = 1L;
  private final QuarantineCause cause;

  public NotBelieved(QuarantineCause cause, String detail) {
    super(detail);
    this.cause = cause;
  }

  public QuarantineCause why() {
    return cause;
  }
}
