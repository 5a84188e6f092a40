package dev.lockbox.api.security;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What somebody is for a customer. */
public enum Role {
  APPROVER(Membership::approvers),
  ADMIN(Membership::admins),
  AUDITOR(Membership::auditors);

  private final Function<Membership, Set<Member>> holders;

  Role(Function<Membership, Set<Member>> holders) {
    this.holders = holders;
  }

  /** Whether the customer's registry names this person so. */
  boolean isHeldBy(PersonId person, Membership members) {
    return holders.apply(members).stream().anyMatch(member -> member.person().equals(person));
  }

  /** The role that a token calls so; empty for one we do not know. */
  static Optional<Role> named(String claim) {
    return Arrays.stream(values())
        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(claim))
        .findFirst();
  }
}
