package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Actors.person;
import static dev.lockbox.audit.ocsf.Actors.system;
import static dev.lockbox.audit.ocsf.Draft.done;
import static dev.lockbox.audit.ocsf.Draft.found;

import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.ExclusionEvent.AcknowledgementOverdue;
import dev.lockbox.domain.ExclusionEvent.BreakGlassLapsed;
import dev.lockbox.domain.ExclusionEvent.BreakGlassProposed;
import dev.lockbox.domain.ExclusionEvent.ExclusionAcknowledged;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import java.util.Optional;

/** What becomes of accesses that no approval covers. None of it is recorded as an approval. */
final class ExclusionRecords {
  private static final String UID = "exclusion/";

  private ExclusionRecords() {}

  static Draft draft(ExclusionEvent event) {
    return switch (event) {
      case BreakGlassProposed proposed -> proposed(proposed);
      case ExclusionInvoked invoked -> invoked(invoked);
      case ExclusionAcknowledged noted -> noted(noted);
      case AcknowledgementOverdue overdue -> overdue(overdue);
      case BreakGlassLapsed lapsed -> lapsed(lapsed);
    };
  }

  private static Draft proposed(BreakGlassProposed event) {
    var actor = event.by().actor();
    return done(
            person(actor),
            "%s asks to break the glass, which takes a second person: %s"
                .formatted(actor, event.exclusion()))
        .by(event.by())
        .comment(Optional.of(event.report().evidence()))
        .lockbox(
            of(event.report())
                .text("exclusion", event.exclusion().value())
                .number("confirm_by", event.confirmBy().toEpochMilli()));
  }

  private static Draft invoked(ExclusionInvoked event) {
    var report = event.report();
    var message =
        "%s has access that no approval covers, %s, incident %s: %s"
            .formatted(report.engineer(), report.category(), report.incident(), event.exclusion());
    return found(message)
        .with(
            Details.finding(
                UID + event.exclusion(), "Access without approval", message, event.at()))
        .by(event.by())
        .comment(Optional.of(report.evidence()))
        .lockbox(
            of(report)
                .text("exclusion", event.exclusion().value())
                .text("reported_by", event.by().actor().value())
                .text("proposed_by", event.proposedBy().map(PersonId::value))
                .number("acknowledge_by", event.acknowledgeBy().toEpochMilli()));
  }

  private static Draft noted(ExclusionAcknowledged event) {
    var actor = event.by().actor();
    return done(
            person(actor),
            "%s took note of an access that no approval covered: %s"
                .formatted(actor, event.exclusion()))
        .by(event.by())
        .comment(event.reason())
        .lockbox(new Fields().text("exclusion", event.exclusion().value()));
  }

  private static Draft overdue(AcknowledgementOverdue event) {
    var message =
        "nobody of the customer took note in time of an access that no approval covered: %s"
            .formatted(event.exclusion());
    return found(message)
        .with(
            Details.finding(
                UID + event.exclusion() + "/overdue",
                "Access without approval, not acknowledged",
                message,
                event.at()))
        .lockbox(new Fields().text("exclusion", event.exclusion().value()));
  }

  private static Draft lapsed(BreakGlassLapsed event) {
    return done(
            system(),
            "nobody confirmed in time, so no glass was broken: %s".formatted(event.exclusion()))
        .lockbox(new Fields().text("exclusion", event.exclusion().value()));
  }

  private static Fields of(ExclusionReport report) {
    return new Fields()
        .text("category", report.category().name())
        .text("engineer", report.engineer().value())
        .text("pseudonym", report.pseudonym().map(PersonalText::text))
        .text("incident", report.incident().value())
        .texts("resources", report.resources().stream().map(ResourceName::value).toList())
        .text("data_exposure", report.exposure().name());
  }
}
