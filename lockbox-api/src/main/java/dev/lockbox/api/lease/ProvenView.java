package dev.lockbox.api.lease;

import dev.lockbox.domain.identity.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long whoever opens doors may go by what the view shows now. */
@Singleton
public final class ProvenView {
  /** Source: fault model, A10 and A11. */
  private static final Duration GOOD_FOR = Duration.ofSeconds(60);

  private final Freshness freshness;
  private final LeaseSettings settings;

  ProvenView(Freshness freshness, LeaseSettings settings) {
    this.freshness = freshness;
    this.settings = settings;
  }

  /**
   * A minute, counted from when it is proven that the view showed everything that had been asked
   * for; empty where that is longer ago than the settings allow, or nothing proves it.
   */
  public Optional<Instant> goodUntil(TenantId tenant, Instant now) {
    return freshness
        .age(tenant)
        .filter(age -> age.compareTo(settings.freshWithin()) <= 0)
        .map(age -> now.minus(age).plus(GOOD_FOR));
  }
}
