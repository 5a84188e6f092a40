package dev.lockbox.api.security;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant.Registered;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller may do with the provider's own roles and engineers, and as a gateway of its. To
 * everybody else there is nothing there.
 */
@Singleton
public final class ProviderAuthority {
  private final Optional<TenantId> provider;
  private final Set<PersonId> gateways;
  private final Registry registry;

  ProviderAuthority(ProviderSettings settings, Registry registry) {
    this.provider = settings.tenant();
    this.gateways = settings.known();
    this.registry = registry;
  }

  /**
   * Lets pass who is the provider's, in whatever role. What they may ask for is for the processor
   * to say, which records a refusal.
   *
   * @return the provider's tenant
   * @throws ProblemException NOT_FOUND
   */
  public TenantId toTakePart(Caller caller) {
    return provider
        .filter(caller.tenant()::equals)
        .filter(tenant -> registry.find(tenant).filter(caller.speaker()::speaksFor).isPresent())
        .orElseThrow(() -> new ProblemException(Code.NOT_FOUND, "There is nothing here."));
  }

  /**
   * Lets pass who may say what roles and engineers there are: an administrator of the provider's,
   * as the token has it. Whether the registry says so too is for the processor.
   *
   * @return the provider's tenant
   * @throws ProblemException NOT_FOUND or NOT_AN_ADMIN
   */
  public TenantId toKeep(Caller caller) {
    var tenant = toTakePart(caller);
    if (!caller.roles().contains(Role.ADMIN)) {
      throw new ProblemException(
          Code.NOT_AN_ADMIN, "Saying what roles and engineers there are takes the role admin.");
    }
    return tenant;
  }

  /**
   * Lets pass a gateway of the provider's, as the token has it and as this service was told. What
   * it asks for is for the processor to say.
   *
   * @param tenant whose data it stands in front of, as the path has it
   * @return the customer
   * @throws ProblemException NOT_FOUND, NO_ROLE or NO_SUCH_REQUEST
   */
  public TenantId toAskForEngineers(Caller caller, String tenant) {
    toAskForEngineers(caller);
    return customer(tenant)
        .filter(known -> registry.find(known).isPresent())
        .orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
  }

  /**
   * Lets pass a gateway of the provider's, whatever customer it asks about.
   *
   * @throws ProblemException NOT_FOUND or NO_ROLE
   */
  public void toAskForEngineers(Caller caller) {
    toTakePart(caller);
    if (!caller.roles().contains(Role.GATEWAY) || !gateways.contains(caller.person())) {
      throw new ProblemException(
          Code.NO_ROLE, "Asking takes the role gateway, held by a gateway that is known here.");
    }
  }

  /** Whether any gateway may ask here. */
  public boolean knowsGateways() {
    return !gateways.isEmpty();
  }

  private static Optional<TenantId> customer(String path) {
    try {
      return Optional.of(new TenantId(path));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /**
   * Lets pass who may read of every engineer: an administrator or an auditor, in the token and in
   * the registry.
   *
   * @return the provider's tenant
   * @throws ProblemException NOT_FOUND or NO_ROLE
   */
  public TenantId toReadOfAll(Caller caller) {
    var tenant = toTakePart(caller);
    if (!readsOfAll(caller, tenant)) {
      throw new ProblemException(
          Code.NO_ROLE, "Reading of every engineer takes one of the roles admin, auditor.");
    }
    return tenant;
  }

  /**
   * Lets pass who may be the second person of an emergency: an approver or an administrator of the
   * provider's, in the token and in the registry. That they are somebody else is for the processor.
   *
   * @throws ProblemException NOT_FOUND or NO_ROLE
   */
  public void toConfirm(Caller caller) {
    var own = registry.find(toTakePart(caller));
    if (own.filter(provider -> confirms(caller, provider)).isEmpty()) {
      throw new ProblemException(
          Code.NO_ROLE, "Being the second person takes one of the roles admin, approver.");
    }
  }

  private static boolean confirms(Caller caller, Registered own) {
    return holds(caller, Role.ADMIN, own) || holds(caller, Role.APPROVER, own);
  }

  /** Whether the caller, who is the provider's, may read what others reported. */
  public boolean readsReports(Caller caller) {
    return registry
        .find(caller.tenant())
        .filter(own -> confirms(caller, own) || holds(caller, Role.AUDITOR, own))
        .isPresent();
  }

  /** Whether the caller may read of every engineer of the provider's. */
  public boolean readsOfAll(Caller caller, TenantId tenant) {
    return registry
        .find(tenant)
        .filter(own -> holds(caller, Role.ADMIN, own) || holds(caller, Role.AUDITOR, own))
        .isPresent();
  }

  private static boolean holds(Caller caller, Role role, Registered own) {
    return caller.roles().contains(role) && role.isHeldEverywhereBy(caller.person(), own);
  }
}
