package dev.lockbox.domain.session;

import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.TargetEvent.AccessNotProvisioned;
import dev.lockbox.domain.TargetEvent.AccessProvisioned;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.TargetReport;
import dev.lockbox.domain.TargetReport.ReportNotProvisioned;
import dev.lockbox.domain.TargetReport.ReportProvisioned;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.time.Moment;

/** Takes down what is told of access at targets, whatever has come of its grant meanwhile. */
final class Targets {
  private Targets() {}

  static Decision<SessionEvent> decide(TargetReport report, Moment at) {
    return Decision.accept(event(report, new Provenance(report.by(), report.content()), at));
  }

  private static TargetEvent event(TargetReport report, Provenance by, Moment at) {
    return switch (report) {
      case ReportProvisioned told ->
          new AccessProvisioned(told.engineer(), at.appended(), by, told.request());
      case ReportNotProvisioned told ->
          new AccessNotProvisioned(told.engineer(), at.appended(), by, told.request());
      case ReportUngranted told ->
          new UngrantedAccessDetected(
              told.engineer(),
              at.appended(),
              by,
              told.about(),
              told.action(),
              told.resource(),
              told.findings());
    };
  }
}
