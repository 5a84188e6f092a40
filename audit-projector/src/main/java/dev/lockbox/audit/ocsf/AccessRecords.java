package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Actors.person;
import static dev.lockbox.audit.ocsf.Actors.service;
import static dev.lockbox.audit.ocsf.Actors.system;
import static dev.lockbox.audit.ocsf.Draft.done;
import static dev.lockbox.audit.ocsf.Draft.found;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.identity.PointId;
import java.util.List;
import java.util.Set;

/** The part of {@link EventRecords}' table that is about granted access. */
final class AccessRecords {
  private AccessRecords() {}

  static Draft draft(AccessEvent event) {
    return switch (event) {
      case AccessScheduled scheduled -> scheduled(scheduled);
      case AccessStarted started -> started(started);
      case AccessFinished finished -> finished(finished);
      case ClosingRequired required -> required(required);
      case ClosingAcknowledged acknowledged -> acknowledged(acknowledged);
      case ClosingFailed failed -> failed(failed);
    };
  }

  private static Draft scheduled(AccessScheduled event) {
    var actor = event.by().actor();
    return done(
            person(actor),
            "%s brought about access from %s until %s: %s"
                .formatted(actor, event.startsAt(), event.accessUntil(), event.request()))
        .by(event.by())
        .comment(event.reason())
        .lockbox(
            new Fields()
                .number("starts_at", event.startsAt().toEpochMilli())
                .number("access_until", event.accessUntil().toEpochMilli()));
  }

  private static Draft started(AccessStarted event) {
    return done(system(), "the time has come, access began: %s".formatted(event.request()));
  }

  private static Draft finished(AccessFinished event) {
    var service = event.by().actor();
    return done(
            service(service),
            "finished by its engineer through %s, access ended: %s"
                .formatted(service, event.request()))
        .by(event.by());
  }

  private static Draft required(ClosingRequired event) {
    var draft =
        done(
                system(),
                "access ends, %s enforcement points must close until %s: %s"
                    .formatted(event.due().points().size(), event.due().by(), event.request()))
            .lockbox(
                new Fields()
                    .texts("points", ids(event.due().points()))
                    .number("due_by", event.due().by().toEpochMilli()));
    return event.attempted().map(draft::by).orElse(draft);
  }

  private static Draft acknowledged(ClosingAcknowledged event) {
    var service = event.by().actor();
    return done(
            service(service),
            "%s closed, %s after access ended: %s"
                .formatted(event.point(), event.late(), event.request()))
        .by(event.by())
        .lockbox(
            new Fields()
                .text("point", event.point().value())
                .number("lateness_ms", event.late().toMillis()));
  }

  private static Draft failed(ClosingFailed event) {
    var missing = ids(event.missing());
    return found(
            "%s enforcement points did not say that they closed: %s"
                .formatted(missing.size(), event.request()))
        .with(
            Details.finding(
                "closing/" + event.request(),
                "Access may still be open",
                "no word of " + String.join(", ", missing),
                event.at()))
        .lockbox(new Fields().texts("missing", missing));
  }

  private static List<String> ids(Set<PointId> points) {
    return points.stream().map(PointId::value).sorted().toList();
  }
}
