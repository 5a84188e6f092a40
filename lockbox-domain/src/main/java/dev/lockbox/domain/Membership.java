package dev.lockbox.domain;

import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who acts for a tenant, and under which plan. One person may stand in several sets.
 *
 * @param plan the support plan's name; 1 to 64 characters
 * @param approvers who decides on requests; at most {@value #MEMBERS_MAX}, as are the others
 * @param admins who keeps the tenant's rules
 * @param auditors who reads the record
 */
public record Membership(
    String plan, Set<Member> approvers, Set<Member> admins, Set<Member> auditors) {
  public static final int MEMBERS_MAX = 1000;
  private static final Pattern PLAN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}");

  public Membership {
    if (!PLAN.matcher(plan).matches()) {
      throw new IllegalArgumentException("plan must match %s".formatted(PLAN.pattern()));
    }
    approvers = bounded("approvers", approvers);
    admins = bounded("admins", admins);
    auditors = bounded("auditors", auditors);
  }

  public Membership withApprovers(Set<Member> others) {
    return new Membership(plan, others, admins, auditors);
  }

  /** Everybody who acts for the tenant, each once; with the address they have as an approver. */
  public Set<Member> everybody() {
    var all = new HashMap<PersonId, Member>();
    for (var members : List.of(approvers, admins, auditors)) {
      members.forEach(member -> all.putIfAbsent(member.person(), member));
    }
    return Set.copyOf(all.values());
  }

  public static Set<PersonId> ids(Set<Member> members) {
    return members.stream().map(Member::person).collect(Collectors.toUnmodifiableSet());
  }

  static Set<Member> bounded(String name, Set<Member> members) {
    if (members.size() > MEMBERS_MAX) {
      throw new IllegalArgumentException(
          "%s must be at most %s, were %s".formatted(name, MEMBERS_MAX, members.size()));
    }
    if (ids(members).size() != members.size()) {
      throw new IllegalArgumentException("%s must name each person once".formatted(name));
    }
    return Set.copyOf(members);
  }
}
