package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a tenant's rules made of a request by themselves. None of it is a person's yes. */
public sealed interface RulesEvent extends RequestEvent {
  /** The attempt to open the request. */
  Provenance by();

  /**
   * A request that was just opened is granted under conditions only.
   *
   * @param conditions at least one
   * @param rules which of the tenant's rules demand them, in their order; none for what is demanded
   *     of every action of high risk
   */
  record ConditionsRequired(
      RequestId request, Instant at, Provenance by, Conditions conditions, List<Code> rules)
      implements RulesEvent {
    public ConditionsRequired {
      rules = List.copyOf(rules);
    }
  }

  /**
   * Access is granted, from {@code at} on, because the tenant had decided so beforehand.
   *
   * @param approvers who may end it, as the tenant's registry named them then
   * @param rule that approved
   * @param conditions under which
   * @param accessUntil from this instant on there is no access
   */
  record GrantedByRule(
      RequestId request,
      Instant at,
      Provenance by,
      Asked asked,
      Set<PersonId> approvers,
      Code rule,
      Conditions conditions,
      Instant accessUntil)
      implements RulesEvent {
    public GrantedByRule {
      approvers = Set.copyOf(approvers);
    }
  }

  /**
   * Nothing is granted, because the tenant had decided so beforehand; nobody was asked.
   *
   * @param accessFor what would have been granted
   * @param approvers of the tenant, as its registry named them then
   * @param rule that denied
   */
  record DeniedByRule(
      RequestId request,
      Instant at,
      Provenance by,
      Asked asked,
      Duration accessFor,
      Set<PersonId> approvers,
      Code rule)
      implements RulesEvent {
    public DeniedByRule {
      approvers = Set.copyOf(approvers);
    }
  }
}
