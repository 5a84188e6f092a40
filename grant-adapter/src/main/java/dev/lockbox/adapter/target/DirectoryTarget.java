package dev.lockbox.adapter.target;

import dev.lockbox.adapter.target.TargetFailed.Scope;
import dev.lockbox.domain.identity.PersonId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A directory that speaks SCIM 2.0 (RFC 7643, 7644): to do what a group allows is to be its member.
 * A membership names no grant and has no end of its own. Who is in a group and is no engineer that
 * can be read, is listed as nobody's. For one thread.
 */
public final class DirectoryTarget implements Target {
  private final Directory directory;
  private final Groups groups;
  private final Names names;
  private final Map<Group, Membership> memberships;

  /** With which group the next look begins. */
  private int next;

  public DirectoryTarget(DirectoryTargetSettings settings, InstantSource clock) {
    this.directory = new Directory(settings.http(), settings.userBy());
    this.groups = settings.groups();
    this.names = new Names(directory, clock);
    this.memberships =
        groups.all().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    group -> group, group -> new Membership(group, directory, names)));
  }

  @Override
  public Map<Assignment, Listed> places(Collection<Assignment> ofOneGrant) {
    return groups.places(ofOneGrant);
  }

  @Override
  public boolean couldBe(Set<String> ids, Assignment one) {
    return groups.couldBe(ids, one);
  }

  @Override
  public boolean couldBeUnder(Set<String> beginnings, Assignment one) {
    return groups.couldBeUnder(beginnings, one);
  }

  /**
   * Group by group; of one that cannot be read whole the rest is unread. Once the directory is in
   * trouble no more groups are asked for, and the next look begins with them.
   */
  @Override
  public Listing list() {
    var order = new ArrayList<>(groups.all());
    Collections.rotate(order, -next);
    var listed = new HashSet<Listed>();
    var unread = new HashMap<String, String>();
    var trouble = Optional.<TargetFailed>empty();
    for (var group : order) {
      if (trouble.isEmpty()) {
        var read = membership(group).look();
        listed.addAll(read.listed());
        read.wrong().forEach(one -> unread.putIfAbsent(group.beginning(), group.told(one)));
        trouble = read.trouble();
        next = trouble.isPresent() ? groups.all().indexOf(group) + 1 : next;
      } else {
        unread.put(group.beginning(), group.told(trouble.get()));
      }
    }
    names.keep(memberships.values().stream().flatMap(Membership::known).toList());
    return new Listing(listed, unread);
  }

  @Override
  public void create(Assignment assignment, Listed place, Instant until) throws TargetFailed {
    var group =
        groups
            .of(place.id())
            .orElseThrow(() -> new TargetFailed(Scope.ASSIGNMENT, "no group stands for it"));
    if (!membership(group).whole().contains(place)) {
      membership(group).add(find(assignment.engineer()), place);
    }
  }

  @Override
  public void remove(String id) throws TargetFailed {
    var group = groups.of(id);
    if (group.isPresent()) {
      membership(group.get()).remove(id);
    }
  }

  /** Lets go of its connections. */
  @Override
  public void close() {
    directory.close();
  }

  private Membership membership(Group group) {
    return Objects.requireNonNull(memberships.get(group), group.name());
  }

  /** The directory's id of the one user who is that engineer, to the letter. */
  private String find(PersonId engineer) throws TargetFailed {
    return directory
        .only(engineer.value())
        .filter(user -> user.name().equals(Optional.of(engineer.value())))
        .filter(Scim.User::isActive)
        .map(Scim.User::id)
        .orElseThrow(
            () ->
                new TargetFailed(
                    Scope.ASSIGNMENT,
                    "the directory has not exactly one user who is called %s and is active"
                        .formatted(engineer)));
  }
}
