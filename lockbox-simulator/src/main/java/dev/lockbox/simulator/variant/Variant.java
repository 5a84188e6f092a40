package dev.lockbox.simulator.variant;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.tenant.TenantDecider;
import java.util.Optional;

/**
 * What is simulated.
 *
 * @param flaw of the shell; empty for a sound one
 */
public record Variant(Rulebook rules, TenantRulebook tenantRules, Fold fold, Optional<Flaw> flaw) {
  /** The product as it is. */
  public static final Variant SOUND =
      new Variant(Decider::decide, TenantDecider::decide, AccessRequest::evolve, Optional.empty());

  public static Variant deciding(Rulebook rules) {
    return new Variant(rules, SOUND.tenantRules(), SOUND.fold(), Optional.empty());
  }

  public static Variant decidingOnTenants(TenantRulebook rules) {
    return new Variant(SOUND.rules(), rules, SOUND.fold(), Optional.empty());
  }

  public static Variant folding(Fold fold) {
    return new Variant(SOUND.rules(), SOUND.tenantRules(), fold, Optional.empty());
  }

  public static Variant with(Flaw flaw) {
    return new Variant(SOUND.rules(), SOUND.tenantRules(), SOUND.fold(), Optional.of(flaw));
  }

  public boolean has(Flaw asked) {
    return flaw.isPresent() && flaw.get() == asked;
  }
}
