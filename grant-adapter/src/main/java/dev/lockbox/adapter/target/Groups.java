package dev.lockbox.adapter.target;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The groups that stand for what engineers may do. One membership stands for all grants of an
 * engineer that allow all that the group does; what a grant allows a part of has no place there.
 */
public final class Groups implements Places {
  /** Each look at a directory asks for every group. */
  public static final int MAX = 500;

  private final Map<String, Group> byName = new LinkedHashMap<>();
  private final Map<Allowed, Group> byAllowed = new HashMap<>();

  private record Allowed(TenantId tenant, ActionName action, ResourceName resource) {}

  /** Throws {@link IllegalArgumentException} when a membership could mean two things. */
  public Groups(Collection<Group> groups) {
    if (groups.isEmpty() || groups.size() > MAX) {
      throw new IllegalArgumentException(
          "a directory needs 1 to %s groups, had %s".formatted(MAX, groups.size()));
    }
    var ids = new HashMap<String, Group>();
    for (var group : groups) {
      unique(byName.put(group.name(), group), group, "have one name");
      unique(ids.put(group.id(), group), group, "have one id");
      for (var action : group.actions()) {
        var allowed = new Allowed(group.tenant(), action, group.resource());
        unique(byAllowed.put(allowed, group), group, "allow %s on one resource".formatted(action));
      }
    }
  }

  @Override
  public Map<Assignment, Listed> places(Collection<Assignment> ofOneGrant) {
    var all = Set.copyOf(ofOneGrant);
    var places = new LinkedHashMap<Assignment, Listed>();
    for (var one : ofOneGrant) {
      Optional.ofNullable(byAllowed.get(allowed(one)))
          .filter(group -> allowsNoMore(group, one, all))
          .ifPresent(group -> places.put(one, group.listed(one.engineer(), one.action())));
    }
    return places;
  }

  /** Of whoever is in the group, since nobody may be sure who that is. */
  @Override
  public boolean couldBe(Set<String> ids, Assignment one) {
    var group = byAllowed.get(allowed(one));
    return group != null && ids.stream().anyMatch(id -> id.startsWith(group.beginning()));
  }

  @Override
  public boolean couldBeUnder(Set<String> beginnings, Assignment one) {
    return couldBe(beginnings, one) || beginnings.contains("");
  }

  List<Group> all() {
    return List.copyOf(byName.values());
  }

  /** The group of which it was listed, or would be; empty where none of these. */
  Optional<Group> of(String listedId) {
    return Optional.ofNullable(byName.get(Group.nameIn(listedId)));
  }

  /** Whoever is in it may do all of its actions, so all of them must be granted. */
  private static boolean allowsNoMore(Group group, Assignment one, Set<Assignment> granted) {
    return group.actions().stream()
        .map(action -> new Assignment(one.request(), one.engineer(), action, one.resource()))
        .allMatch(granted::contains);
  }

  private static Allowed allowed(Assignment one) {
    return new Allowed(one.request().tenant(), one.action(), one.resource());
  }

  private static void unique(@Nullable Group before, Group group, String what) {
    if (before != null) {
      throw new IllegalArgumentException(
          "groups %s and %s %s".formatted(before.name(), group.name(), what));
    }
  }
}
