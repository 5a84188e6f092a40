package dev.lockbox.api.lease;

import dev.lockbox.domain.identity.TenantId;
import java.time.Duration;
import java.util.Optional;

/** How old what the view shows can be at the most. */
interface Freshness {
  /**
   * Whatever was appended to a customer's command log longer ago than this has been decided, and
   * the view shows what came of it. Empty while nothing proves any such thing.
   */
  Optional<Duration> age(TenantId tenant);
}
