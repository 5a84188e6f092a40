package dev.lockbox.simulator.variant;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.exclusion.ExclusionDecider;
import dev.lockbox.domain.roles.RolesDecider;
import dev.lockbox.domain.session.SessionDecider;
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
    SessionRulebook sessionRules,
    RolesRulebook rolesRules,
    Fold fold,
    Optional<Flaw> flaw) {
  /** The product as it is. */
  public static final Variant SOUND =
      new Variant(
          Decider::decide,
          TenantDecider::decide,
          ExclusionDecider::decide,
          SessionDecider::decide,
          RolesDecider::decide,
          AccessRequest::evolve,
          Optional.empty());

  public static Variant deciding(Rulebook broken) {
    return new Variant(
        broken,
        SOUND.tenantRules,
        SOUND.exclusionRules,
        SOUND.sessionRules,
        SOUND.rolesRules,
        SOUND.fold,
        SOUND.flaw);
  }

  public static Variant decidingOnTenants(TenantRulebook broken) {
    return new Variant(
        SOUND.rules,
        broken,
        SOUND.exclusionRules,
        SOUND.sessionRules,
        SOUND.rolesRules,
        SOUND.fold,
        SOUND.flaw);
  }

  public static Variant decidingOnExclusions(ExclusionRulebook broken) {
    return new Variant(
        SOUND.rules,
        SOUND.tenantRules,
        broken,
        SOUND.sessionRules,
        SOUND.rolesRules,
        SOUND.fold,
        SOUND.flaw);
  }

  public static Variant decidingOnSessions(SessionRulebook broken) {
    return new Variant(
        SOUND.rules,
        SOUND.tenantRules,
        SOUND.exclusionRules,
        broken,
        SOUND.rolesRules,
        SOUND.fold,
        SOUND.flaw);
  }

  public static Variant decidingOnRoles(RolesRulebook broken) {
    return new Variant(
        SOUND.rules,
        SOUND.tenantRules,
        SOUND.exclusionRules,
        SOUND.sessionRules,
        broken,
        SOUND.fold,
        SOUND.flaw);
  }

  public static Variant folding(Fold broken) {
    return new Variant(
        SOUND.rules,
        SOUND.tenantRules,
        SOUND.exclusionRules,
        SOUND.sessionRules,
        SOUND.rolesRules,
        broken,
        SOUND.flaw);
  }

  public static Variant decidingAndFolding(Rulebook broken, Fold fold) {
    return new Variant(
        broken,
        SOUND.tenantRules,
        SOUND.exclusionRules,
        SOUND.sessionRules,
        SOUND.rolesRules,
        fold,
        SOUND.flaw);
  }

  public static Variant with(Flaw flaw) {
    return new Variant(
        SOUND.rules,
        SOUND.tenantRules,
        SOUND.exclusionRules,
        SOUND.sessionRules,
        SOUND.rolesRules,
        SOUND.fold,
        Optional.of(flaw));
  }

  public boolean has(Flaw asked) {
    return flaw.isPresent() && flaw.get() == asked;
  }
}
