package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import java.time.Duration;
import java.util.List;

/**
 * What a yes grants: at first what was asked for, later never more.
 *
 * @param actions at least one
 * @param resources at least one
 * @param accessFor positive, in whole milliseconds
 * @param conditions under which the grant opens anything; at first those of the tenant's rules,
 *     later never fewer
 */
public record Terms(
    List<ActionName> actions,
    List<ResourceName> resources,
    Duration accessFor,
    Conditions conditions) {
  /** Under no conditions. */
  public Terms(List<ActionName> actions, List<ResourceName> resources, Duration accessFor) {
    this(actions, resources, accessFor, Conditions.NONE);
  }

  public Terms {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    if (actions.isEmpty() || resources.isEmpty() || !accessFor.isPositive()) {
      throw new IllegalArgumentException(
          "terms need an action, a resource and some time, had %s, %s and %s"
              .formatted(actions.size(), resources.size(), accessFor));
    }
  }

  /** The same, under these conditions too. */
  public Terms under(Conditions more) {
    return new Terms(actions, resources, accessFor, conditions.and(more));
  }

  /** Whether the others ask for nothing that these do not grant. */
  public boolean contain(Terms others) {
    return actions.containsAll(others.actions)
        && resources.containsAll(others.resources)
        && accessFor.compareTo(others.accessFor) >= 0
        && others.conditions.include(conditions);
  }
}
