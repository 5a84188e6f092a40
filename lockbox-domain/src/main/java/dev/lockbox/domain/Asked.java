package dev.lockbox.domain;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.Ticket;
import dev.lockbox.domain.time.Millis;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What an engineer asks for. It never names approvers, settings or a deadline: those are the
 * tenant's.
 *
 * @param engineer who asks, and the only one whom an approval lets in
 * @param justification why, in the engineer's words
 * @param actions what they want to do; 1 to {@value #ACTIONS_MAX}, each once
 * @param resources what they want to touch; 1 to {@value #RESOURCES_MAX}, each once
 * @param accessFor for how long, in whole milliseconds; empty means as long as the tenant grants.
 *     May be out of bounds here: {@link Decider} refuses it
 */
public record Asked(
    PersonId engineer,
    PersonalText justification,
    Optional<Ticket> ticket,
    List<ActionName> actions,
    List<ResourceName> resources,
    Optional<Duration> accessFor) {
  public static final int ACTIONS_MAX = 32;
  public static final int RESOURCES_MAX = 64;

  public Asked {
    if (!justification.subject().equals(engineer)) {
      throw new IllegalArgumentException(
          "the justification of %s must be theirs".formatted(engineer));
    }
    accessFor.ifPresent(given -> Millis.mustBeWhole("accessFor", given));
    actions = distinct("actions", actions, ACTIONS_MAX);
    resources = distinct("resources", resources, RESOURCES_MAX);
  }

  private static <T> List<T> distinct(String name, List<T> given, int max) {
    if (given.isEmpty() || given.size() > max) {
      throw new IllegalArgumentException(
          "%s must be 1 to %s, were %s".formatted(name, max, given.size()));
    }
    if (new HashSet<>(given).size() != given.size()) {
      throw new IllegalArgumentException("%s must be distinct".formatted(name));
    }
    return List.copyOf(given);
  }
}
