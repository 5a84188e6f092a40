package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.identity.PersonId;

/** Who did it, as OCSF's actor; never blank. */
final class Actors {
  private static final String PROCESSOR = "lockbox-processor";

  private Actors() {}

  static Fields person(PersonId person) {
    return new Fields().object("user", user(person));
  }

  /** A service that acts for somebody whom the event does not name, or for itself. */
  static Fields service(PersonId service) {
    return new Fields().text("app_uid", service.value());
  }

  static Fields personThrough(PersonId person, PersonId service) {
    return person(person).all(service(service));
  }

  /**
   * Nobody: time ran out, and the processor said so. No service can pass for it, since a service
   * has an {@code app_uid} and never a name.
   */
  static Fields system() {
    return new Fields().text("app_name", PROCESSOR);
  }

  private static Fields user(PersonId person) {
    return new Fields().text("uid", person.value());
  }
}
