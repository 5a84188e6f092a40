package dev.lockbox.domain;

import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.CustomerRole;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who acts for a tenant, and under which plan. One person may stand in several sets.
 *
 * @param plan the support plan's name; 1 to 64 characters
 * @param approvers who decides on requests; at most {@value #MEMBERS_MAX} and as many as can be
 *     assigned, as are the others
 * @param admins who keeps the tenant's rules
 * @param auditors who reads the record
 */
public record Membership(
    String plan, Set<Member> approvers, Set<Member> admins, Set<Member> auditors) {
  public static final int MEMBERS_MAX = 1000;
  private static final int ACTING_MAX = MEMBERS_MAX + Assignments.GIVEN_MAX;
  private static final Pattern PLAN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}");

  public Membership {
    mustBeAPlan(plan);
    approvers = bounded("approvers", approvers, ACTING_MAX);
    admins = bounded("admins", admins, ACTING_MAX);
    auditors = bounded("auditors", auditors, ACTING_MAX);
  }

  /** With those who decide, keep the rules or read the record by an assignment. */
  public Membership with(Assignments assignments) {
    return new Membership(
        plan,
        joined(approvers, assignments.holders(CustomerRole::approves)),
        joined(admins, assignments.holdersOnWholeTenant(CustomerRole::assigns)),
        joined(auditors, assignments.holdersOnWholeTenant(CustomerRole.AUDITOR::equals)));
  }

  private static Set<Member> joined(Set<Member> registered, Set<Member> assigned) {
    var known = ids(registered);
    return Stream.concat(
            registered.stream(), assigned.stream().filter(one -> !known.contains(one.person())))
        .collect(Collectors.toUnmodifiableSet());
  }

  public Membership withApprovers(Set<Member> others) {
    return new Membership(plan, others, admins, auditors);
  }

  public Membership withMembers(
      Set<Member> otherApprovers, Set<Member> otherAdmins, Set<Member> otherAuditors) {
    return new Membership(plan, otherApprovers, otherAdmins, otherAuditors);
  }

  public Membership withPlan(String other) {
    return new Membership(other, approvers, admins, auditors);
  }

  static void mustBeAPlan(String plan) {
    if (!PLAN.matcher(plan).matches()) {
      throw new IllegalArgumentException("plan must match %s".formatted(PLAN.pattern()));
    }
  }

  /** Everybody who acts for the tenant, each once; with the address they have as an approver. */
  public Set<Member> everybody() {
    var all = new HashMap<PersonId, Member>();
    for (var members : List.of(approvers, admins, auditors)) {
      members.forEach(member -> all.putIfAbsent(member.person(), member));
    }
    return Set.copyOf(all.values());
  }

  /** Whether this person approves or administers for the tenant. */
  public boolean actsFor(PersonId person) {
    return ids(approvers).contains(person) || ids(admins).contains(person);
  }

  /** Whether this person administers or audits for the tenant, and so reads all of it. */
  public boolean readsEverything(PersonId person) {
    return ids(admins).contains(person) || ids(auditors).contains(person);
  }

  public static Set<PersonId> ids(Set<Member> members) {
    return members.stream().map(Member::person).collect(Collectors.toUnmodifiableSet());
  }

  static Set<Member> bounded(String name, Set<Member> members) {
    return bounded(name, members, MEMBERS_MAX);
  }

  /** Refuses more than can be registered. */
  void mustBeRegistrable() {
    bounded("approvers", approvers);
    bounded("admins", admins);
    bounded("auditors", auditors);
  }

  private static Set<Member> bounded(String name, Set<Member> members, int max) {
    if (members.size() > max) {
      throw new IllegalArgumentException(
          "%s must be at most %s, were %s".formatted(name, max, members.size()));
    }
    if (ids(members).size() != members.size()) {
      throw new IllegalArgumentException("%s must name each person once".formatted(name));
    }
    return Set.copyOf(members);
  }
}
