package dev.lockbox.domain.session;

import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import java.util.Optional;

/** What a grant opens. */
final class Grant {
  private Grant() {}

  static boolean isFor(Granted grant, PersonId engineer) {
    return grant.opening().asked().engineer().equals(engineer);
  }

  /** The granted resource that this is, or that holds it; names are compared as they stand. */
  static Optional<ResourceName> covering(Granted grant, ResourceName target) {
    return grant.terms().resources().stream()
        .filter(
            resource ->
                target.equals(resource) || target.value().startsWith(resource.value() + "/"))
        .findFirst();
  }
}
