package dev.lockbox.api.view;

import dev.lockbox.domain.identity.TenantId;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Everything is here but what a test says is not. */
@Singleton
@Replaces(LiveView.class)
@Requires(property = "test.edges")
public final class FakeOwners implements Owners {
  private final Map<TenantId, Deque<Owner>> owners = new HashMap<>();

  /** It is kept by each of them in turn, one look after the other, and by the last for good. */
  public synchronized void keeps(TenantId tenant, Owner... inTurn) {
    owners.put(tenant, new ArrayDeque<>(List.of(inTurn)));
  }

  public synchronized void forget() {
    owners.clear();
  }

  @Override
  public synchronized Owner ownerOf(TenantId tenant) {
    var inTurn = owners.get(tenant);
    if (inTurn == null) {
      return new Owner.Here();
    }
    return Objects.requireNonNull(inTurn.size() > 1 ? inTurn.removeFirst() : inTurn.peekFirst());
  }
}
