package dev.lockbox.notifier;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What the log has said so far: each tenant's registry, and its open requests. Told by one thread,
 * asked by several. Holds nothing of a closed request, so it is as large as what is open.
 */
final class History {
  private final Map<TenantId, TenantHistory> tenants = new ConcurrentHashMap<>();

  /**
   * Folds the tenant's next entry.
   *
   * @return what is known of it: the event itself included
   * @throws dev.lockbox.domain.decision.ImpossibleHistory when it cannot follow what was told
   *     before
   */
  Known fold(Recorded recorded) {
    return tenants.computeIfAbsent(recorded.event().tenant(), TenantHistory::new).fold(recorded);
  }

  /** Of the tenant, by now; empty while it is not registered. */
  Optional<Membership> members(TenantId tenant) {
    return Optional.ofNullable(tenants.get(tenant)).flatMap(TenantHistory::members);
  }

  /** Whether the request waits for this person's decision, by now. */
  boolean waits(RequestId request, PersonId person) {
    return Optional.ofNullable(tenants.get(request.tenant()))
        .filter(tenant -> tenant.waits(request, person))
        .isPresent();
  }

  void forget(Predicate<TenantId> whose) {
    tenants.keySet().removeIf(whose);
  }
}
