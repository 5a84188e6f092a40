package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.time.Millis;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * How an approver says yes to less than was asked for.
 *
 * @param actions only these, each once; empty for all that were asked for
 * @param resources only these, each once; empty for all that were asked for
 * @param accessFor only for so long, positive and in whole milliseconds; empty for as long as was
 *     asked for
 * @param conditions to be kept beside those that stand
 */
public record Narrowing(
    Optional<List<ActionName>> actions,
    Optional<List<ResourceName>> resources,
    Optional<Duration> accessFor,
    Conditions conditions) {
  /** Under no other conditions than those that stand. */
  public Narrowing(
      Optional<List<ActionName>> actions,
      Optional<List<ResourceName>> resources,
      Optional<Duration> accessFor) {
    this(actions, resources, accessFor, Conditions.NONE);
  }

  public Narrowing {
    actions = actions.map(given -> distinct("actions", given));
    resources = resources.map(given -> distinct("resources", given));
    var isOfConditions = !conditions.mustLeaveAWayIn().equals(Conditions.NONE);
    if (actions.isEmpty() && resources.isEmpty() && accessFor.isEmpty() && !isOfConditions) {
      throw new IllegalArgumentException("a narrowing must say what is less");
    }
    accessFor.ifPresent(
        given -> {
          Millis.mustHold("accessFor", given);
          if (!given.isPositive()) {
            throw new IllegalArgumentException(
                "accessFor must be positive, was %s".formatted(given));
          }
        });
  }

  /**
   * What would be granted; may be more than {@code asked}, or under conditions that leave no way
   * in, which is for the caller to refuse.
   */
  public Terms of(Terms asked) {
    return new Terms(
        actions.orElse(asked.actions()),
        resources.orElse(asked.resources()),
        accessFor.orElse(asked.accessFor()),
        asked.conditions().and(conditions));
  }

  private static <T> List<T> distinct(String name, List<T> given) {
    if (given.isEmpty() || new HashSet<>(given).size() != given.size()) {
      throw new IllegalArgumentException(
          "%s must be some, each once, were %s".formatted(name, given.size()));
    }
    return List.copyOf(given);
  }
}
