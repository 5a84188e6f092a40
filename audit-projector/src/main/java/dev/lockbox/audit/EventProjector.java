package dev.lockbox.audit;

import dev.lockbox.audit.ocsf.AuditRecord;
import dev.lockbox.audit.ocsf.EventRecords;
import dev.lockbox.domain.Recorded;
import dev.lockbox.events.message.Found;
import dev.lockbox.service.PatientReader;
import java.util.Optional;

/** Puts each event on record: in its tenant's order, without a gap, once. */
final class EventProjector extends Projector<Recorded> {
  private final AuditMeters meters;

  EventProjector(PatientReader<Recorded> events, AuditMeters meters) {
    super(events, meters);
    this.meters = meters;
  }

  @Override
  Optional<AuditRecord> project(Found found, Recorded recorded) {
    var tenant = recorded.event().tenant();
    var sequences = new LastSequences(context().getStateStore(LastSequences.NAME));
    var next = sequences.of(tenant) + 1;
    if (recorded.sequence() < next) {
      return Optional.empty();
    }
    if (recorded.sequence() > next) {
      meters.gap();
      throw AuditStopped.gap(found, tenant.value(), next, recorded.sequence());
    }
    sequences.put(tenant, next);
    meters.reached(tenant, next);
    return Optional.of(EventRecords.of(recorded));
  }
}
