package dev.lockbox.api.hop;

import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Registry;
import dev.lockbox.api.view.View;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.events.codec.Stored;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Who acts for a tenant, wherever the view of it is kept: calls of the provider's people about a
 * customer are answered from the customer's view, and take the provider's registration besides.
 * Asked for each time, so that a role that is taken away is gone at once.
 */
@Singleton
final class Registrations implements Registry {
  private final View view;
  private final Hops hops;

  Registrations(View view, Hops hops) {
    this.view = view;
    this.hops = hops;
  }

  @Override
  public boolean isHere(TenantId tenant) {
    return hops.isHere(tenant);
  }

  /**
   * @throws ProblemException ELSEWHERE
   */
  @Override
  public Optional<Registered> find(TenantId tenant) {
    return hops.pass(tenant, Call.get(RegistrationsController.pathOf(tenant)))
        .map(answer -> hops.whole(answer).map(bytes -> Stored.TENANT.fromBytes(bytes).state()))
        .orElseGet(() -> view.find(tenant));
  }
}
