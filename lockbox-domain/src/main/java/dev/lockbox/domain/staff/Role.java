package dev.lockbox.domain.staff;

import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a lockbox role lets its members ask for, and how one becomes a member. A role grants nothing
 * by itself.
 *
 * @param actions what may be asked for; at most {@value #ACTIONS_MAX}
 * @param scopes where: beginnings of resource names, up to a slash or the name's end, in any case
 *     of letters; at most {@value #SCOPES_MAX}
 * @param level the most that may be permitted
 * @param accessFor the longest access that may be asked for; 1 s to 24 h
 * @param heldFor the longest that somebody is a member before their manager must say yes again; 1 h
 *     to 366 days
 * @param prerequisites roles that somebody must hold to become a member, and without which this one
 *     is of no use; at most {@value #PREREQUISITES_MAX}
 * @param approvesAs what its members say yes as when a request needs internal approval, for example
 *     {@code SUPPORT_LEAD}; empty where they do not
 */
public record Role(
    Set<ActionName> actions,
    Set<ResourceName> scopes,
    PermissionLevel level,
    Duration accessFor,
    Duration heldFor,
    Set<RoleId> prerequisites,
    Optional<GroupId> approvesAs) {
  public static final int ACTIONS_MAX = 256;
  public static final int SCOPES_MAX = 256;
  public static final int PREREQUISITES_MAX = 16;
  private static final Duration ACCESS_MIN = Duration.ofSeconds(1);
  private static final Duration ACCESS_MAX = Duration.ofHours(24);
  private static final Duration HELD_MIN = Duration.ofHours(1);
  private static final Duration HELD_MAX = Duration.ofDays(366);

  public Role {
    actions = Set.copyOf(actions);
    scopes = Set.copyOf(scopes);
    prerequisites = Set.copyOf(prerequisites);
    Bounds.atMost("actions of a role", actions, ACTIONS_MAX);
    Bounds.atMost("scopes of a role", scopes, SCOPES_MAX);
    Bounds.atMost("prerequisites of a role", prerequisites, PREREQUISITES_MAX);
    Bounds.within("accessFor of a role", accessFor, ACCESS_MIN, ACCESS_MAX);
    Bounds.within("heldFor of a role", heldFor, HELD_MIN, HELD_MAX);
  }

  /**
   * Whether this lets nobody do what the other does not. Scopes are compared as they are written:
   * where it takes a closer look to tell, it is not within.
   */
  public boolean isWithin(Role other) {
    return other.actions.containsAll(actions)
        && other.scopes.containsAll(scopes)
        && other.level.compareTo(level) >= 0
        && other.accessFor.compareTo(accessFor) >= 0
        && other.heldFor.compareTo(heldFor) >= 0
        && prerequisites.containsAll(other.prerequisites)
        && (approvesAs.isEmpty() || approvesAs.equals(other.approvesAs));
  }
}
