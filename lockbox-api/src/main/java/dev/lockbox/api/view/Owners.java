package dev.lockbox.api.view;

import dev.lockbox.domain.identity.TenantId;

/**
 * Which instance answers for a customer. Only ever one that folds the events itself: a copy that
 * lags behind would show access that has ended.
 */
public interface Owners {
  Owner ownerOf(TenantId tenant);
}
