package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Actors.service;
import static dev.lockbox.audit.ocsf.Draft.done;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.AccessEvent.AccessFinished;

/** The part of {@link EventRecords}' table that is about granted access. */
final class AccessRecords {
  private AccessRecords() {}

  static Draft draft(AccessEvent event) {
    return switch (event) {
      case AccessFinished finished -> finished(finished);
    };
  }

  private static Draft finished(AccessFinished event) {
    var service = event.by().actor();
    return done(
            Operation.FINISH,
            service(service),
            "finished by its engineer through %s, access ended: %s"
                .formatted(service, event.request()))
        .by(event.by());
  }
}
