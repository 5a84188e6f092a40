package dev.lockbox.audit;

import dev.lockbox.events.message.Found;

/**
 * What would have to be put on record cannot be, so nothing is: a record with a hole in it is worse
 * than one that is late. Names the source record, for the operator.
 */
final class AuditStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private AuditStopped(Found found, String why, Throwable because) {
    super(at(found) + why, because);
  }

  private AuditStopped(Found found, String why) {
    super(at(found) + why);
  }

  static AuditStopped unreadable(Found found, Throwable because) {
    return new AuditStopped(found, "cannot be read: " + because.getMessage(), because);
  }

  static AuditStopped gap(Found found, String tenant, long expected, long sequence) {
    return new AuditStopped(
        found,
        "sequence %s of tenant %s was expected, was %s".formatted(expected, tenant, sequence));
  }

  private static String at(Found found) {
    return "record %s/%s/%s: ".formatted(found.topic(), found.partition(), found.offset());
  }
}
