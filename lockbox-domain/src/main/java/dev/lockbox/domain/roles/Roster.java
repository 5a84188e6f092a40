package dev.lockbox.domain.roles;

import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.HeldRole;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The provider's roles and engineers as somebody knows them, who puts facts on requests by it.
 *
 * @param roles those that are defined
 */
public record Roster(SortedMap<RoleId, Role> roles, SortedMap<PersonId, Engineer> engineers) {
  /** Sees what the maps hold just now; they are not copied. */
  public Roster {
    roles = Collections.unmodifiableSortedMap(roles);
    engineers = Collections.unmodifiableSortedMap(engineers);
  }

  /**
   * What is known of an engineer. What has ended by then is left out; what ends later is told with
   * its end, for whoever decides later.
   *
   * @param kinds as what people may be asked for their yes; of each kind the first {@value
   *     Facts#APPROVERS_MAX} in the order of their ids
   * @param source of all this
   */
  public Facts factsOf(PersonId person, Set<GroupId> kinds, Code source, Instant at) {
    var engineer = engineers.getOrDefault(person, Engineer.UNKNOWN);
    return new Facts(
        Optional.of(source),
        engineer.roles().entrySet().stream()
            .flatMap(one -> held(one.getKey(), one.getValue(), at).stream())
            .toList(),
        engineer.description().flatMap(Description::eligibleUntil),
        engineer.description().map(Description::workScopes).orElse(Set.of()),
        engineer.manager(),
        approvers(kinds, at));
  }

  private Optional<HeldRole> held(RoleId id, Standing standing, Instant at) {
    return defined(id)
        .flatMap(role -> standing.until().filter(at::isBefore).map(until -> held(id, role, until)));
  }

  private static HeldRole held(RoleId id, Role role, Instant until) {
    return new HeldRole(
        id,
        role.actions(),
        role.scopes(),
        role.level(),
        role.accessFor(),
        until,
        role.prerequisites());
  }

  private Map<GroupId, Map<PersonId, Instant>> approvers(Set<GroupId> kinds, Instant at) {
    var byKind = new TreeMap<GroupId, Map<PersonId, Instant>>();
    for (var kind : kinds) {
      var people = new TreeMap<PersonId, Instant>();
      engineers.forEach(
          (person, engineer) -> {
            if (people.size() < Facts.APPROVERS_MAX) {
              approves(kind, engineer, at).ifPresent(until -> people.put(person, until));
            }
          });
      if (!people.isEmpty()) {
        byKind.put(kind, people);
      }
    }
    return byKind;
  }

  /** Until when they say yes as this: by whichever role lets them for longest. */
  private Optional<Instant> approves(GroupId kind, Engineer engineer, Instant at) {
    return engineer.roles().keySet().stream()
        .flatMap(
            id ->
                defined(id)
                    .filter(role -> role.approvesAs().filter(kind::equals).isPresent())
                    .flatMap(role -> ofUseUntil(id, role, engineer, at))
                    .stream())
        .max(Instant::compareTo);
  }

  private Optional<Role> defined(RoleId id) {
    return Optional.ofNullable(roles.get(id));
  }

  /** As long as they hold the role and all that it needs. */
  private Optional<Instant> ofUseUntil(RoleId id, Role role, Engineer engineer, Instant at) {
    var needed =
        Stream.concat(Stream.of(id), role.prerequisites().stream())
            .map(one -> held(one, engineer.with(one), at).map(HeldRole::until))
            .toList();
    return needed.stream().allMatch(Optional::isPresent)
        ? needed.stream().flatMap(Optional::stream).min(Instant::compareTo)
        : Optional.empty();
  }
}
