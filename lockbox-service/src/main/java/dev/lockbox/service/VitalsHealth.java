package dev.lockbox.service;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** Shows the vitals at {@code /health}: down, with the reasons, while anything is wrong. */
@Singleton
final class VitalsHealth implements HealthIndicator {
  private final Vitals vitals;

  VitalsHealth(Vitals vitals) {
    this.vitals = vitals;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    var wrong = vitals.wrong();
    var status = wrong.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN;
    return Publishers.just(HealthResult.builder("lockbox", status).details(wrong).build());
  }
}
