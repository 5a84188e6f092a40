package dev.lockbox.events.admin;

/** The cluster did not answer, or would not say, so nothing is known of it. */
public final class ClusterUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClusterUnreachable(String asked, Throwable because) {
    super("Kafka did not give %s: %s".formatted(asked, because.getMessage()), because);
  }
}
