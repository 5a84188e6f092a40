package dev.lockbox.api.view;

import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;

/** Reads the id of an exclusion out of a path. */
public final class ExclusionIds {
  private ExclusionIds() {}

  /** Empty for what cannot be an id, so that nothing is there. */
  public static Optional<ExclusionId> parse(TenantId tenant, String id) {
    try {
      return Optional.of(new ExclusionId(tenant, id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
