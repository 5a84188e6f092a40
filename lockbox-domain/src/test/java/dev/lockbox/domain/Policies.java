package dev.lockbox.domain;

import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.Settings;

/** What a tenant has set, where a test speaks of few of its parts. */
public final class Policies {
  private Policies() {}

  /** Nothing is set but these parts. */
  public static Policy having(Policy.Part... parts) {
    return but(Policy.DEFAULT, parts);
  }

  /** The same, but for these parts. */
  public static Policy but(Policy policy, Policy.Part... parts) {
    var changed = policy;
    for (var part : parts) {
      changed = changed.with(part);
    }
    return changed;
  }

  public static Settings settingsHaving(Policy.Part... parts) {
    return Settings.DEFAULTS.with(having(parts));
  }
}
