package dev.lockbox.api.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lockbox.api.security.Caller;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Who has called how often: each caller by themselves, and all of a tenant together. Safe for
 * several threads.
 */
@Singleton
final class Rates {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Some hundred bytes each. One that is forgotten is full again, as it would be by then. */
  private static final int BUCKETS_MAX = 100_000;

  private final RateSettings settings;
  private final MeterRegistry meters;
  private final LongSupplier ticker;
  private final Cache<Whose, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(BUCKETS_MAX)
          .expireAfterAccess(MINUTE.multipliedBy(2))
          .build();

  /**
   * Whose budget it is.
   *
   * @param person empty for all of the tenant together
   */
  private record Whose(Budget budget, TenantId tenant, Optional<PersonId> person) {}

  @Inject
  Rates(RateSettings settings, MeterRegistry meters) {
    this(settings, meters, System::nanoTime);
  }

  Rates(RateSettings settings, MeterRegistry meters, LongSupplier ticker) {
    this.settings = settings;
    this.meters = meters;
    this.ticker = ticker;
  }

  /** How long the caller must wait before they may do this; zero where they may now. */
  Duration take(Caller caller, Budget budget) {
    var most = settings.perMinute(budget);
    var own = take(new Whose(budget, caller.tenant(), Optional.of(caller.person())), most);
    if (!own.isZero() || !budget.isCountedOfTenants()) {
      return counted(own, budget, "caller");
    }
    var all = new Whose(budget, caller.tenant(), Optional.empty());
    return counted(take(all, most * settings.tenantTimes()), budget, "tenant");
  }

  private Duration take(Whose whose, int tokens) {
    var now = ticker.getAsLong();
    return buckets.get(whose, first -> new Bucket(tokens, MINUTE, now)).take(now);
  }

  private Duration counted(Duration wait, Budget budget, String whose) {
    if (!wait.isZero()) {
      Counter.builder("lockbox.rates.exceeded")
          .description("Calls that were not taken because there were too many")
          .tag("budget", budget.name())
          .tag("of", whose)
          .register(meters)
          .increment();
    }
    return wait;
  }
}
