package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Actors.service;
import static dev.lockbox.audit.ocsf.Draft.done;
import static dev.lockbox.audit.ocsf.Draft.found;

import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.TargetEvent.AccessNotProvisioned;
import dev.lockbox.domain.TargetEvent.AccessProvisioned;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.RequestId;
import java.util.Optional;

/** The part of {@link EventRecords}' table that is about access at targets. */
final class TargetRecords {
  private TargetRecords() {}

  static Draft draft(TargetEvent event) {
    return switch (event) {
      case AccessProvisioned there -> provisioned(there);
      case AccessNotProvisioned missing -> notProvisioned(missing);
      case UngrantedAccessDetected ungranted -> detected(ungranted);
    };
  }

  /** What it happened to, where that is not the request. */
  static Optional<Fields> things(TargetEvent event) {
    return switch (event) {
      case AccessProvisioned there -> Optional.empty();
      case AccessNotProvisioned missing -> Optional.empty();
      case UngrantedAccessDetected ungranted ->
          Optional.of(SessionRecords.resource(ungranted.resource()));
    };
  }

  private static Draft provisioned(AccessProvisioned event) {
    return done(
            service(event.by().actor()),
            "%s set up the access of %s: %s"
                .formatted(event.by().actor(), event.engineer().person(), event.request()))
        .by(event.by())
        .lockbox(engineer(event));
  }

  private static Draft notProvisioned(AccessNotProvisioned event) {
    var point = event.by().actor();
    return found(
            "%s could not set up all access of %s: %s"
                .formatted(point, event.engineer().person(), event.request()))
        .with(
            Details.finding(
                "provisioning/%s/%s".formatted(point, event.request()),
                "Access that was granted is not there",
                "%s goes on trying while the grant lasts".formatted(point),
                event.at()))
        .by(event.by())
        .lockbox(engineer(event).text("point", point.value()));
  }

  private static Draft detected(UngrantedAccessDetected event) {
    var point = event.by().actor();
    return found(
            "%s found access of %s that was not granted, for %s on %s"
                .formatted(point, event.engineer().person(), event.action(), event.resource()))
        .with(
            Details.finding(
                "ungranted/%s/%s".formatted(point, event.by().attempt().id()),
                "Access that nobody granted",
                event.about().map(RequestId::toString).orElse("no request was named"),
                event.at()))
        .by(event.by())
        .lockbox(
            engineer(event)
                .text("point", point.value())
                .text("action", event.action().value())
                .texts("findings", event.findings().stream().map(Finding::name).sorted().toList()));
  }

  private static Fields engineer(TargetEvent event) {
    return new Fields().text("engineer", event.engineer().person().value());
  }
}
