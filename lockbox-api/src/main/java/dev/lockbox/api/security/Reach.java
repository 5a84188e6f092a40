package dev.lockbox.api.security;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant.Registered;
import java.util.List;

/** Which of a customer's requests a caller may read: every one, or those in a scope of theirs. */
public final class Reach {
  private final Caller caller;
  private final Registered customer;
  private final boolean readsEverything;

  Reach(Caller caller, Registered customer) {
    this.caller = caller;
    this.customer = customer;
    this.readsEverything = Authority.readsEverything(caller, customer);
  }

  public TenantId tenant() {
    return caller.tenant();
  }

  /** Whether they may read it: all that it touches is in scopes of theirs of one role. */
  public boolean covers(AccessRequest request) {
    return readsEverything
        || request.opened().filter(opening -> coversAll(opening.asked().resources())).isPresent();
  }

  /** Whether they may read whatever there is of the customer's. */
  public boolean readsEverything() {
    return readsEverything;
  }

  private boolean coversAll(List<ResourceName> resources) {
    return caller.roles().stream()
        .anyMatch(
            role ->
                role.readsRequests() && role.isHeldForAllBy(caller.person(), customer, resources));
  }
}
