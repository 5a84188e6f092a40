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
 */
public record Terms(List<ActionName> actions, List<ResourceName> resources, Duration accessFor) {
  public Terms {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    if (actions.isEmpty() || resources.isEmpty() || !accessFor.isPositive()) {
      throw new IllegalArgumentException(
          "terms need an action, a resource and some time, had %s, %s and %s"
              .formatted(actions.size(), resources.size(), accessFor));
    }
  }

  /** Whether the others ask for nothing that these do not grant. */
  public boolean contain(Terms others) {
    return actions.containsAll(others.actions)
        && resources.containsAll(others.resources)
        && accessFor.compareTo(others.accessFor) >= 0;
  }
}
