package dev.lockbox.api.view;

import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.codec.Stored;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the log has said of accesses that no approval covers. */
@Singleton
public final class Exclusions {
  private final ViewStores stores;

  Exclusions(ViewStores stores) {
    this.stores = stores;
  }

  /** Where it stands; empty when nothing is known of it. */
  public Optional<Exclusion> find(ExclusionId exclusion) {
    byte @Nullable [] found =
        stores.of(ViewStores.EXCLUSIONS, exclusion.tenant()).get(Keys.exclusion(exclusion));
    return Optional.ofNullable(found).map(bytes -> Stored.EXCLUSION.fromBytes(bytes).state());
  }

  /** As a client reads it; empty when nothing is known of it. */
  public Optional<ExclusionJson> show(ExclusionId exclusion) {
    return find(exclusion).map(state -> ExclusionJson.of(exclusion, state));
  }

  /**
   * A customer's, in the order of their ids.
   *
   * @param after behind this one; empty from the first on
   * @param limit at most so many
   */
  public Page<ExclusionJson> list(TenantId tenant, Optional<ExclusionId> after, int limit) {
    var range = Keys.exclusionsAfter(tenant, after);
    var items = new ArrayList<ExclusionJson>();
    try (var scan = stores.of(ViewStores.EXCLUSIONS, tenant).range(range.from(), range.to())) {
      while (scan.hasNext()) {
        var snapshot = Stored.EXCLUSION.fromBytes(scan.next().value);
        items.add(ExclusionJson.of(snapshot.exclusion(), snapshot.state()));
        if (items.size() == limit && scan.hasNext()) {
          return new Page<>(items, Optional.of(snapshot.exclusion().value()));
        }
      }
    }
    return new Page<>(items, Optional.empty());
  }
}
