package dev.lockbox.domain;

import dev.lockbox.domain.ExclusionCommand.AcknowledgeExclusion;
import dev.lockbox.domain.ExclusionCommand.ConfirmBreakGlass;
import dev.lockbox.domain.ExclusionCommand.EnforceExclusion;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import java.util.List;

/** What is asked about an exclusion, as texts; see {@link Contents}. */
final class ExclusionContents {
  private ExclusionContents() {}

  static void add(List<String> parts, ExclusionCommand command) {
    parts.add(command.exclusion().value());
    switch (command) {
      case ReportExclusion told -> {
        var report = told.report();
        parts.add(report.category().name());
        parts.add(report.engineer().value());
        parts.add(report.incident().value());
        Contents.addAll(parts, report.resources());
        parts.add(report.exposure().name());
        parts.add(report.evidence().text());
        report.pseudonym().ifPresent(given -> parts.add(given.text()));
      }
      case ConfirmBreakGlass confirm -> {}
      case AcknowledgeExclusion note -> Contents.addReason(parts, note.reason());
      case EnforceExclusion alarm -> {}
    }
  }
}
