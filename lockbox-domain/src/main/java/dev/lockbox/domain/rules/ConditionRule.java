package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.Code;

/**
 * What a tenant demands of every grant of such requests.
 *
 * @param id by which events name it
 * @param conditions at least one
 */
public record ConditionRule(Code id, Match when, Conditions conditions) {
  public ConditionRule {
    if (conditions.mustLeaveAWayIn().equals(Conditions.NONE)) {
      throw new IllegalArgumentException("rule %s must demand something".formatted(id));
    }
  }
}
