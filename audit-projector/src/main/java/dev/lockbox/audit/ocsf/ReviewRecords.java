package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Actors.person;
import static dev.lockbox.audit.ocsf.Actors.service;
import static dev.lockbox.audit.ocsf.Draft.done;

import dev.lockbox.domain.ReviewEvent;
import dev.lockbox.domain.ReviewEvent.ReviewBegun;
import dev.lockbox.domain.ReviewEvent.ReviewRequired;

/** The part of the table that is about what was read, and by whom. */
final class ReviewRecords {
  private ReviewRecords() {}

  static Draft draft(ReviewEvent event) {
    return switch (event) {
      case ReviewRequired required -> required(required);
      case ReviewBegun begun -> begun(begun);
    };
  }

  private static Draft required(ReviewRequired event) {
    return done(
            service(event.by().actor()),
            "the tenant's rules want this reviewed before it is approved: %s"
                .formatted(event.request()))
        .by(event.by())
        .lockbox(new Fields().number("dwell_ms", event.dwell().toMillis()));
  }

  private static Draft begun(ReviewBegun event) {
    var approver = event.by().actor();
    return done(
            person(approver),
            "%s began to review version %s: %s"
                .formatted(approver, event.version(), event.request()))
        .by(event.by())
        .lockbox(
            new Fields()
                .number("reviewed_version", event.version())
                .number("approve_from", event.approveFrom().toEpochMilli()));
  }
}
