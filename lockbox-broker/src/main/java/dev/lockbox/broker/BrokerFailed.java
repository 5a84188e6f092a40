package dev.lockbox.broker;

/** A log directory could not be formatted, or a broker's process ended before it was ready. */
public final class BrokerFailed extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  BrokerFailed(String message) {
    super(message);
  }

  BrokerFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
