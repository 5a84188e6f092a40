package dev.lockbox.simulator.variant;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.exclusion.ExclusionDecider;
import dev.lockbox.domain.tenant.TenantDecider;
import java.util.Optional;

/**
 * What is simulated.
 *
 * @param flaw of the shell; empty for a sound one
 */
public record Variant(
    Rulebook rules,
    TenantRulebook tenantRules,
    ExclusionRulebook exclusionRules,
    Fold fold,
    Optional<Flaw> flaw) {
  /** The product as it is. */
  public static final Variant SOUND =
      new Variant(
          Decider::decide,
          TenantDecider::decide,
          ExclusionDecider::decide,
          AccessRequest::evolve,
          Optional.empty());

  public static Variant deciding(Rulebook rules) {
    return new Variant(
        rules, SOUND.tenantRules(), SOUND.exclusionRules(), SOUND.fold(), Optional.empty());
  }

  public static Variant decidingOnTenants(TenantRulebook rules) {
    return new Variant(
        SOUND.rules(), rules, SOUND.exclusionRules(), SOUND.fold(), Optional.empty());
  }

  public static Variant decidingOnExclusions(ExclusionRulebook rules) {
    return new Variant(SOUND.rules(), SOUND.tenantRules(), rules, SOUND.fold(), Optional.empty());
  }

  public static Variant folding(Fold fold) {
    return new Variant(
        SOUND.rules(), SOUND.tenantRules(), SOUND.exclusionRules(), fold, Optional.empty());
  }

  public static Variant with(Flaw flaw) {
    return new Variant(
        SOUND.rules(),
        SOUND.tenantRules(),
        SOUND.exclusionRules(),
        SOUND.fold(),
        Optional.of(flaw));
  }

  public boolean has(Flaw asked) {
    return flaw.isPresent() && flaw.get() == asked;
  }
}
