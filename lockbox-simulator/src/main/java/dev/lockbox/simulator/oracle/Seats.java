package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RolesEvent.EngineerDescribed;
import dev.lockbox.domain.RolesEvent.MembershipApproved;
import dev.lockbox.domain.RolesEvent.MembershipDenied;
import dev.lockbox.domain.RolesEvent.MembershipEnded;
import dev.lockbox.domain.RolesEvent.MembershipExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequestExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequested;
import dev.lockbox.domain.RolesEvent.RoleDefined;
import dev.lockbox.domain.RolesEvent.RoleWithdrawn;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The provider's roles, who its people are, and who sits where; as what took effect left it. */
final class Seats {
  private final Map<RoleId, Role> roles = new HashMap<>();
  private final Set<RoleId> withdrawn = new HashSet<>();
  private final Map<PersonId, Description> people = new HashMap<>();
  private final Map<Seat, MembershipRequested> asked = new HashMap<>();
  private final Map<Seat, Long> askedIn = new HashMap<>();
  private final Map<Seat, Instant> until = new HashMap<>();
  private final Map<Object, Long> versions = new HashMap<>();

  private record Seat(PersonId person, RoleId role) {}

  void take(RolesEvent event) {
    var version = versions.merge(subject(event), 1L, Long::sum);
    switch (event) {
      case RoleDefined defined -> roles.put(defined.role(), defined.definition());
      case RoleWithdrawn gone -> {
        roles.remove(gone.role());
        withdrawn.add(gone.role());
      }
      case EngineerDescribed described -> people.put(described.engineer(), described.description());
      case MembershipRequested one -> {
        asked.put(seat(one), one);
        askedIn.put(seat(one), version);
      }
      case MembershipApproved yes -> {
        asked.remove(seat(yes));
        until.put(seat(yes), yes.until());
      }
      case MembershipDenied no -> asked.remove(new Seat(no.engineer(), no.role()));
      case MembershipEnded end -> {
        asked.remove(new Seat(end.engineer(), end.role()));
        until.remove(new Seat(end.engineer(), end.role()));
      }
      case MembershipRequestExpired late -> asked.remove(new Seat(late.engineer(), late.role()));
      case MembershipExpired over -> until.remove(new Seat(over.engineer(), over.role()));
    }
  }

  private static Seat seat(MembershipRequested one) {
    return new Seat(one.engineer(), one.role());
  }

  private static Seat seat(MembershipApproved one) {
    return new Seat(one.engineer(), one.role());
  }

  private static Object subject(RolesEvent event) {
    return switch (event) {
      case RolesEvent.OfRole ofRole -> ofRole.role();
      case RolesEvent.OfEngineer theirs -> theirs.engineer();
    };
  }

  /** How many events there were on what this one is about. */
  long version(RolesEvent of) {
    return versions.getOrDefault(subject(of), 0L);
  }

  long version(RoleId role) {
    return versions.getOrDefault(role, 0L);
  }

  Optional<Role> role(RoleId role) {
    return Optional.ofNullable(roles.get(role));
  }

  boolean isWithdrawn(RoleId role) {
    return withdrawn.contains(role);
  }

  Optional<Description> described(PersonId person) {
    return Optional.ofNullable(people.get(person));
  }

  boolean isManager(PersonId who, PersonId of) {
    return described(of).flatMap(Description::manager).filter(who::equals).isPresent();
  }

  /** What waits for the manager. */
  Optional<MembershipRequested> asked(PersonId person, RoleId role) {
    return Optional.ofNullable(asked.get(new Seat(person, role)));
  }

  /** The version in which that stands. */
  long askedIn(PersonId person, RoleId role) {
    return askedIn.getOrDefault(new Seat(person, role), 0L);
  }

  Optional<Instant> until(PersonId person, RoleId role) {
    return Optional.ofNullable(until.get(new Seat(person, role)));
  }

  boolean isThere(PersonId person, RoleId role) {
    return asked(person, role).isPresent() || until(person, role).isPresent();
  }

  /** Where this person sits, or asks to, in the order of the roles. */
  List<RoleId> of(PersonId person) {
    var of = new TreeSet<RoleId>();
    for (var seats : List.of(asked.keySet(), until.keySet())) {
      seats.stream().filter(one -> one.person().equals(person)).map(Seat::role).forEach(of::add);
    }
    return List.copyOf(of);
  }

  /** All that this role needs, by itself or through others, if it needed these. */
  Set<RoleId> needed(Set<RoleId> first) {
    var needed = new TreeSet<RoleId>();
    var next = List.copyOf(first);
    while (!next.isEmpty()) {
      var fresh = next.stream().filter(one -> !needed.contains(one)).distinct().toList();
      needed.addAll(fresh);
      next =
          fresh.stream()
              .flatMap(one -> role(one).stream())
              .flatMap(role -> role.prerequisites().stream())
              .toList();
    }
    return needed;
  }
}
