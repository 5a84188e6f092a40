package dev.lockbox.api.security;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.CustomerRole;
import dev.lockbox.domain.tenant.Tenant.Registered;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody is for a customer, or is of the provider's, as a token names it. */
public enum Role {
  OWNER(CustomerRole.OWNER),
  APPROVER(CustomerRole.APPROVER),
  SECURITY_ADMIN(CustomerRole.SECURITY_ADMIN),
  ADMIN(CustomerRole.TENANT_ADMIN),
  AUDITOR(CustomerRole.AUDITOR),
  READER(CustomerRole.READER),
  POLICY_EDITOR(CustomerRole.POLICY_EDITOR),

  /** What engineers pass through; of the provider's, and nothing to any customer. */
  GATEWAY();

  private final Optional<CustomerRole> meaning;

  Role() {
    this.meaning = Optional.empty();
  }

  Role(CustomerRole meaning) {
    this.meaning = Optional.of(meaning);
  }

  boolean approves() {
    return meaning.filter(CustomerRole::approves).isPresent();
  }

  boolean readsRequests() {
    return meaning.filter(CustomerRole::readsRequests).isPresent();
  }

  /** Whether it gives roles. */
  boolean assigns() {
    return meaning.filter(CustomerRole::assigns).isPresent();
  }

  /** Whether it sets rules, or gives roles. */
  boolean changesRules() {
    return meaning.filter(CustomerRole::changesRules).isPresent();
  }

  /** Whether the customer's log names this person so, for anything of the customer's. */
  boolean isHeldBy(PersonId person, Registered customer) {
    return meaning.filter(role -> customer.isHeld(role, person)).isPresent();
  }

  /** Whether the customer's log names this person so, for everything of the customer's. */
  boolean isHeldEverywhereBy(PersonId person, Registered customer) {
    return meaning.filter(role -> customer.isHeldEverywhere(role, person)).isPresent();
  }

  /** Whether the customer's log names this person so, for each of these. */
  boolean isHeldForAllBy(PersonId person, Registered customer, List<ResourceName> resources) {
    return meaning
        .filter(role -> resources.stream().allMatch(one -> customer.isHeldFor(role, person, one)))
        .isPresent();
  }

  /** The role that a token calls so; empty for one we do not know. */
  static Optional<Role> named(String claim) {
    return Arrays.stream(values())
        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(claim))
        .findFirst();
  }
}
