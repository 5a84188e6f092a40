package dev.lockbox.api.lease;

import dev.lockbox.domain.identity.TenantId;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** As fresh as a test says. */
@Singleton
@Replaces(ProvenFreshness.class)
@Requires(property = "test.edges")
public final class FakeFreshness implements Freshness {
  private volatile Optional<Duration> age = Optional.of(Duration.ZERO);

  public void be(Duration now) {
    age = Optional.of(now);
  }

  public void beNothing() {
    age = Optional.empty();
  }

  @Override
  public Optional<Duration> age(TenantId tenant) {
    return age;
  }
}
