package dev.lockbox.domain.session;

import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.evaluation.Argument;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a grant opens. */
public final class Grant {
  private Grant() {}

  /** Why this would be outside of the grant; empty where it is within. */
  public static Set<Finding> beyond(Granted grant, PersonId engineer, Deed deed) {
    var beyond = EnumSet.noneOf(Finding.class);
    if (!isFor(grant, engineer)) {
      beyond.add(Finding.OTHER_ENGINEER);
    }
    if (!grant.terms().actions().contains(deed.action())) {
      beyond.add(Finding.ACTION_NOT_GRANTED);
    }
    if (covering(grant, deed.resource()).isEmpty()) {
      beyond.add(Finding.RESOURCE_NOT_GRANTED);
    }
    if (!allows(grant, deed.action(), deed.arguments())) {
      beyond.add(Finding.ARGUMENT_NOT_GRANTED);
    }
    return beyond;
  }

  static boolean isFor(Granted grant, PersonId engineer) {
    return grant.opening().asked().engineer().equals(engineer);
  }

  /**
   * Whether an action was asked for with these arguments: each of them by that name and with that
   * value, as they stand. Where it was asked for without any, it may be done with any.
   *
   * @param told not all of them need be, and none are with what nobody told of
   */
  private static boolean allows(Granted grant, ActionName action, Map<Code, PersonalText> told) {
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
