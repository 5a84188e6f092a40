package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import java.time.Duration;
import java.util.List;

/**
 * What a yes would grant.
 *
 * @param version in which it was settled so
 * @param events how many there were on the request by now
 */
record Agreed(
    List<ActionName> actions,
    List<ResourceName> resources,
    Duration accessFor,
    long version,
    long events) {

  static Agreed asAsked(Asked asked, Duration longest, int events) {
    var accessFor = asked.accessFor().orElse(longest);
    return new Agreed(asked.actions(), asked.resources(), accessFor, events, events);
  }

  /** After this yes, which made so many events. */
  Agreed after(Approve yes, int made) {
    var narrowed = as(yes);
    return isNarrowedBy(yes)
        ? new Agreed(
            narrowed.actions, narrowed.resources, narrowed.accessFor, events + 1, events + made)
        : new Agreed(actions, resources, accessFor, version, events + made);
  }

  /** What this yes is to. */
  private Agreed as(Approve yes) {
    return yes.narrowing()
        .map(
            less ->
                new Agreed(
                    less.actions().orElse(actions),
                    less.resources().orElse(resources),
                    less.accessFor().orElse(accessFor),
                    version,
                    events))
        .orElse(this);
  }

  /** Whether it is to more than there is. */
  boolean isExceededBy(Approve yes) {
    var asked = as(yes);
    return !actions.containsAll(asked.actions)
        || !resources.containsAll(asked.resources)
        || asked.accessFor.compareTo(accessFor) > 0;
  }

  /** Whether it is to less than there is. */
  boolean isNarrowedBy(Approve yes) {
    var asked = as(yes);
    return !asked.actions.containsAll(actions)
        || !asked.resources.containsAll(resources)
        || asked.accessFor.compareTo(accessFor) < 0;
  }
}
