package dev.lockbox.audit;

import dev.lockbox.audit.ocsf.AuditRecord;
import dev.lockbox.audit.ocsf.QuarantineRecords;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.service.PatientReader;
import java.util.Optional;

/** Puts each entry of the quarantine on record, once. */
final class QuarantineProjector extends Projector<Quarantined> {
  QuarantineProjector(PatientReader<Quarantined> quarantine, AuditWatch watch) {
    super(quarantine, watch);
  }

  @Override
  Optional<AuditRecord> project(Found found, Quarantined entry) {
    var told = new ToldFindings(context().getStateStore(ToldFindings.NAME));
    return Optional.of(QuarantineRecords.of(entry)).filter(told::add);
  }
}
