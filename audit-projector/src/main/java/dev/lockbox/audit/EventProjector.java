package dev.lockbox.audit;

import dev.lockbox.audit.ocsf.AuditRecord;
import dev.lockbox.audit.ocsf.EventRecords;
import dev.lockbox.domain.Recorded;
import dev.lockbox.events.message.Found;
import dev.lockbox.service.PatientReader;
import java.util.Optional;

/** Puts each event on record: in its tenant's order, without a gap, once. */
final class EventProjector extends Projector<Recorded> {
  private final AuditWatch watch;

  EventProjector(PatientReader<Recorded> events, AuditWatch watch) {
    super(events, watch);
    this.watch = watch;
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
      throw watch.gap(AuditStopped.gap(found, tenant.value(), next, recorded.sequence()));
    }
    var told = EventRecords.of(recorded);
    sequences.put(tenant, next);
    watch.reached(tenant, next);
    return Optional.of(told);
  }
}
