package dev.lockbox.testkit.promise;

import dev.lockbox.domain.Recorded;
import dev.lockbox.events.message.Quarantined;

/** What a record of the audit topic is called, worked out from what it must be about. */
final class AuditNames {
  private AuditNames() {}

  static String uid(Recorded recorded) {
    return "%s/%d".formatted(recorded.event().tenant(), recorded.sequence());
  }

  static String uid(Quarantined found) {
    return "quarantine/%s/%d/%d".formatted(found.topic(), found.partition(), found.offset());
  }
}
