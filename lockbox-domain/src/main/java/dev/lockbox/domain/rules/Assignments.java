package dev.lockbox.domain.rules;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who of the customer holds which role where, beside the people whom the provider registered for
 * it: those are approvers, tenant administrators and auditors of the whole tenant. Gives, and never
 * takes away.
 *
 * @param given each once; at most {@value #GIVEN_MAX}
 */
public record Assignments(List<Assignment> given) implements Policy.Part {
  public static final int GIVEN_MAX = 500;
  public static final Assignments NONE = new Assignments(List.of());

  public Assignments {
    given = List.copyOf(given);
    Bounds.atMost("assignments", given, GIVEN_MAX);
    if (new HashSet<>(given).size() != given.size()) {
      throw new IllegalArgumentException("each assignment must be given once");
    }
    var holders = given.stream().map(Assignment::holder).distinct().toList();
    if (holders.stream().map(Member::person).distinct().count() != holders.size()) {
      throw new IllegalArgumentException("each holder must have one mail address");
    }
  }

  /** Who holds such a role, wherever. */
  public Set<Member> holders(Predicate<CustomerRole> can) {
    return given.stream()
        .filter(one -> can.test(one.role()))
        .map(Assignment::holder)
        .collect(toUnmodifiableSet());
  }

  /** Who holds such a role on the whole tenant. */
  public Set<Member> holdersOnWholeTenant(Predicate<CustomerRole> can) {
    return given.stream()
        .filter(one -> can.test(one.role()) && one.isOnWholeTenant())
        .map(Assignment::holder)
        .collect(toUnmodifiableSet());
  }

  /** Whether this person holds such a role for the resource, there or above it. */
  public boolean let(PersonId person, Predicate<CustomerRole> can, ResourceName resource) {
    return of(person, can).anyMatch(one -> one.covers(resource));
  }

  /** Whether this person holds such a role on the whole tenant. */
  public boolean letEverywhere(PersonId person, Predicate<CustomerRole> can) {
    return of(person, can).anyMatch(Assignment::isOnWholeTenant);
  }

  /** Whether this person holds such a role for anything. */
  public boolean let(PersonId person, Predicate<CustomerRole> can) {
    return of(person, can).findAny().isPresent();
  }

  /** Whether this person may give and take what differs: each of it within a scope of theirs. */
  public boolean mayBecome(Assignments others, PersonId by) {
    var differing =
        Stream.concat(
                given.stream().filter(one -> !others.given().contains(one)),
                others.given().stream().filter(one -> !given.contains(one)))
            .toList();
    return differing.stream()
        .allMatch(
            one ->
                of(by, CustomerRole::assigns)
                    .anyMatch(held -> Branch.isWithin(one.resources(), held.resources())));
  }

  private Stream<Assignment> of(PersonId person, Predicate<CustomerRole> can) {
    return given.stream()
        .filter(one -> one.holder().person().equals(person) && can.test(one.role()));
  }
}
