package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import java.util.Set;

/**
 * People of a tenant who decide together.
 *
 * @param people at most {@value #PEOPLE_MAX}; whoever is not among the tenant's approvers decides
 *     nothing, here as elsewhere
 * @param groups whose people are also this group's; at most {@value #GROUPS_MAX}
 */
public record Group(GroupId id, Set<PersonId> people, Set<GroupId> groups) {
  public static final int PEOPLE_MAX = 1000;
  public static final int GROUPS_MAX = 32;

  public Group {
    people = Set.copyOf(people);
    groups = Set.copyOf(groups);
    Bounds.atMost("people in group " + id, people, PEOPLE_MAX);
    Bounds.atMost("groups in group " + id, groups, GROUPS_MAX);
  }
}
