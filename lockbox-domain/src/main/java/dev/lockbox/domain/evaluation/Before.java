package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import java.util.Set;

/**
 * What is known of the request that another one follows.
 *
 * @param engineer who asked
 * @param wasGranted whether there is or was access by it
 * @param actions of its grant, or asked for where nothing was granted; at most {@value
 *     #ACTIONS_MAX}
 * @param resources likewise; at most {@value #RESOURCES_MAX}
 */
public record Before(
    PersonId engineer, boolean wasGranted, Set<ActionName> actions, Set<ResourceName> resources) {
  public static final int ACTIONS_MAX = 32;
  public static final int RESOURCES_MAX = 64;

  public Before {
    actions = Set.copyOf(actions);
    resources = Set.copyOf(resources);
    Limits.atMost("actions of the previous request", actions, ACTIONS_MAX);
    Limits.atMost("resources of the previous request", resources, RESOURCES_MAX);
  }

  /** Whether this may follow it as what it says it is. */
  boolean mayBeFollowed(Previous.Kind kind, Sought by) {
    return switch (kind) {
      case AGAIN -> by.engineer().equals(engineer);
      case HAND_OVER -> !by.engineer().equals(engineer);
      case EXTENSION ->
          by.engineer().equals(engineer)
              && wasGranted
              && actions.containsAll(by.actions())
              && resources.containsAll(by.resources());
    };
  }

  /** For people; names nobody, since the engineer may be shown by a pseudonym. */
  String toldTo(PersonId follower) {
    return "%s of %s"
        .formatted(
            wasGranted ? "a grant" : "a request without a grant",
            follower.equals(engineer) ? "the same engineer" : "another engineer");
  }
}
