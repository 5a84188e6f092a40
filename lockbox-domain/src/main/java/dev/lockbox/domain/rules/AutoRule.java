package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.Code;

/**
 * A decision that a tenant made beforehand.
 *
 * @param id by which events name it
 * @param when about which requests; an approval names its actions and its resources, if only by
 *     {@code *}
 */
public record AutoRule(Code id, Effect effect, Match when) {
  /** What it decides. */
  public enum Effect {
    APPROVE,
    DENY
  }

  public AutoRule {
    if (effect == Effect.APPROVE && (when.actions().isEmpty() || when.resources().isEmpty())) {
      throw new IllegalArgumentException(
          "rule %s approves, so it must name actions and resources".formatted(id));
    }
  }

  boolean denies(Sought sought) {
    return effect == Effect.DENY && when.concerns(sought);
  }

  boolean approves(Sought sought) {
    return effect == Effect.APPROVE && when.covers(sought);
  }
}
