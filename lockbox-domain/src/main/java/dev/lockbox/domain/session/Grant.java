package dev.lockbox.domain.session;

import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.evaluation.Argument;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a grant opens. */
final class Grant {
  private Grant() {}

  static boolean isFor(Granted grant, PersonId engineer) {
    return grant.opening().asked().engineer().equals(engineer);
  }

  /**
   * Whether an action was asked for with these arguments: each of them by that name and with that
   * value, as they stand. Where it was asked for without any, it may be done with any.
   *
   * @param told not all of them need be, and none are with what nobody told of
   */
  static boolean allows(Granted grant, ActionName action, Map<Code, PersonalText> told) {
    var asked =
        grant.opening().details().arguments().stream()
            .filter(one -> one.action().equals(action))
            .collect(Collectors.toMap(Argument::name, Argument::value));
    return asked.isEmpty()
        || told.entrySet().stream()
            .allMatch(one -> one.getValue().text().equals(asked.get(one.getKey())));
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
