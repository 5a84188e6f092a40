package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * A lockbox role that an engineer is a member of, and what it lets them ask for.
 *
 * @param actions what may be asked for; at most {@value #ACTIONS_MAX}
 * @param scopes where: beginnings of resource names, up to a slash or the name's end, in any case
 *     of letters; at most {@value #SCOPES_MAX}
 * @param level the most that may be permitted
 * @param accessFor the longest that may be asked for
 * @param until from this instant on they are no member
 * @param prerequisites roles without which this one is of no use; at most {@value
 *     #PREREQUISITES_MAX}
 */
public record HeldRole(
    RoleId role,
    Set<ActionName> actions,
    Set<ResourceName> scopes,
    PermissionLevel level,
    Duration accessFor,
    Instant until,
    Set<RoleId> prerequisites) {
  public static final int ACTIONS_MAX = 256;
  public static final int SCOPES_MAX = 256;
  public static final int PREREQUISITES_MAX = 16;

  public HeldRole {
    actions = Set.copyOf(actions);
    scopes = Set.copyOf(scopes);
    prerequisites = Set.copyOf(prerequisites);
    Limits.atMost("actions of a role", actions, ACTIONS_MAX);
    Limits.atMost("scopes of a role", scopes, SCOPES_MAX);
    Limits.atMost("prerequisites of a role", prerequisites, PREREQUISITES_MAX);
  }

  boolean isHeldAt(Instant at) {
    return at.isBefore(until);
  }

  boolean reaches(Collection<ResourceName> resources) {
    return resources.stream().allMatch(resource -> Scopes.hold(scopes, resource));
  }
}
