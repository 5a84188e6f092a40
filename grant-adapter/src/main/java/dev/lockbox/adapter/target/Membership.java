package dev.lockbox.adapter.target;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.lockbox.adapter.target.TargetFailed.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is in one group, as far as the directory says, and whom it owes us to take out. What is known
 * is forgotten with this process. For one thread.
 */
final class Membership {
  private final Group group;
  private final Directory directory;
  private final Names names;

  /** Of which member something is listed; empty until the group was read. */
  private Optional<Map<Listed, String>> known = Optional.empty();

  /** Who may be in, and is to be taken out though they may not be listed. */
  private final Set<String> owed = new HashSet<>();

  /** Who was known, and was not listed when the group was read last. */
  private final Set<String> missed = new HashSet<>();

  /** Of whom the directory did not say who they are; asked for last, so that others are read. */
  private final Set<String> silent = new HashSet<>();

  Membership(Group group, Directory directory, Names names) {
    this.group = group;
    this.directory = directory;
    this.names = names;
  }

  /**
   * The group as it was read.
   *
   * @param listed what is there, as far as was said
   * @param wrong what went wrong; then there may be more
   */
  record Read(Set<Listed> listed, List<TargetFailed> wrong) {
    /** That of the whole directory. */
    Optional<TargetFailed> trouble() {
      return wrong.stream().filter(one -> one.scope() == Scope.TARGET).findFirst();
    }
  }

  /** Who is owed is taken out before anything is asked. */
  Read look() {
    var wrong = new ArrayList<TargetFailed>();
    for (var member : List.copyOf(owed)) {
      settle(member, wrong);
    }
    return read(wrong);
  }

  /** All that is listed; throws where there may be more. */
  Set<Listed> whole() throws TargetFailed {
    var read = look();
    if (read.trouble().isPresent()) {
      throw read.trouble().get();
    }
    if (!read.wrong().isEmpty()) {
      throw new TargetFailed(Scope.ASSIGNMENT, group.told(read.wrong().getFirst()));
    }
    return read.listed();
  }

  /** The members of whom something is listed. */
  Stream<String> known() {
    return known.stream().flatMap(all -> all.values().stream());
  }

  /**
   * Whom the directory does not list once they are in could not be taken out either, so they are
   * taken back; until they are listed they are owed.
   */
  void add(String user, Listed place) throws TargetFailed {
    names.forget(user);
    owed.add(user);
    if (!directory.add(group, user)) {
      owed.remove(user);
      throw new TargetFailed(Scope.ASSIGNMENT, "the directory refused the new member");
    }
    var read = read(new ArrayList<>());
    if (read.trouble().isPresent()) {
      throw read.trouble().get();
    }
    if (!read.listed().contains(place)) {
      takeOut(user);
      throw new TargetFailed(
          Scope.ASSIGNMENT, "the directory did not list the new member, who was taken back");
    }
  }

  /** Takes out whoever is listed so; of a group that was read nothing is asked for that. */
  void remove(String id) throws TargetFailed {
    if (known.isEmpty()) {
      whole();
    }
    for (var one : Map.copyOf(known.orElse(Map.of())).entrySet()) {
      if (one.getKey().id().equals(id)) {
        takeOut(one.getValue());
      }
    }
  }

  /** Once the directory is in trouble nothing more is asked, and what was there is there. */
  private Read read(List<TargetFailed> wrong) {
    var read = new Read(new HashSet<>(), wrong);
    Scim.Members members;
    try {
      members = directory.members(group);
    } catch (TargetFailed failed) {
      wrong.add(failed);
      return read;
    }
    if (!members.isWhole()) {
      wrong.add(new TargetFailed(Scope.ASSIGNMENT, "a member has an id that is none"));
    }
    var before =
        known.stream()
            .flatMap(all -> all.entrySet().stream())
            .collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toSet())));
    var there = new HashMap<Listed, String>();
    members.ids().stream()
        .sorted(Comparator.comparing(silent::contains))
        .forEach(
            member ->
                who(member, before.getOrDefault(member, Set.of()), read)
                    .forEach(one -> there.put(one, member)));
    silent.retainAll(members.ids());
    before.keySet().removeAll(members.ids());
    stillThere(before.keySet(), wrong)
        .forEach(
            member -> before.getOrDefault(member, Set.of()).forEach(one -> there.put(one, member)));
    known = Optional.of(there);
    read.listed().addAll(there.keySet());
    return read;
  }

  /**
   * As what a member is listed.
   *
   * @param before as what they were listed when the group was read last
   */
  private Set<Listed> who(String member, Set<Listed> before, Read read) {
    if (read.trouble().isPresent()) {
      return before;
    }
    try {
      var listed = group.listed(member, names.who(member)).collect(toSet());
      silent.remove(member);
      owed.remove(member);
      return listed;
    } catch (TargetFailed failed) {
      read.wrong().add(failed);
      silent.add(member);
      // Whom nobody ever knew is nobody, unless the directory says nothing of anybody just now.
      return before.isEmpty() && failed.scope() == Scope.ASSIGNMENT
          ? group.listed(member, Optional.empty()).collect(toSet())
          : before;
    }
  }

  /**
   * Who of those who were known, are not listed, and were not taken out by us, is believed to be
   * there: all of them the first time, since a list may be wrong; the second time they are taken
   * out, since they may be hidden.
   */
  private Set<String> stillThere(Set<String> unlisted, List<TargetFailed> wrong) {
    var still = new HashSet<>(unlisted);
    still.removeAll(missed);
    missed.retainAll(unlisted);
    for (var member : missed) {
      owed.add(member);
      settle(member, wrong);
    }
    missed.clear();
    missed.addAll(still);
    return still;
  }

  /** Of a user who is gone nothing is owed, though the directory may refuse to take them out. */
  private void settle(String member, List<TargetFailed> wrong) {
    try {
      directory.remove(group, member);
      isOut(member);
    } catch (TargetFailed failed) {
      if (failed.scope() == Scope.TARGET || !isGone(member, wrong)) {
        wrong.add(failed);
      } else {
        isOut(member);
      }
    }
  }

  private boolean isGone(String member, List<TargetFailed> wrong) {
    try {
      return directory.user(member).isEmpty();
    } catch (TargetFailed failed) {
      wrong.add(failed);
      return false;
    }
  }

  private void takeOut(String member) throws TargetFailed {
    directory.remove(group, member);
    isOut(member);
  }

  private void isOut(String member) {
    known.ifPresent(all -> all.values().removeIf(member::equals));
    owed.remove(member);
  }
}
