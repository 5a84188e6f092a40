package dev.lockbox.domain;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Settings;
import java.util.Set;

/** What a tenant's registry says, where a test speaks of little of it. */
public final class Registry {
  private Registry() {}

  /** These approve, within these limits; nothing else was ever set. */
  public static ApprovalRules naming(Set<PersonId> approvers, AccessLimits limits) {
    return new ApprovalRules(
        1, approvers, Set.of(), limits, Settings.DEFAULTS, Deployment.DEFAULTS);
  }

  /** These approve, under these settings. */
  public static ApprovalRules naming(Set<PersonId> approvers, Settings settings) {
    var limits = settings.limits().orElse(AccessLimits.DEFAULTS);
    return new ApprovalRules(1, approvers, Set.of(), limits, settings, Deployment.DEFAULTS);
  }
}
