package dev.lockbox.local.intake;

/** Kafka did not say that it has a record: it may have it all the same. */
public final class NotAcknowledged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotAcknowledged(String topic, Throwable cause) {
    super("a record for %s was not acknowledged; it may be there: %s".formatted(topic, cause));
  }
}
