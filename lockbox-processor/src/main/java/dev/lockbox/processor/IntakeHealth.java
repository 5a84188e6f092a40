package dev.lockbox.processor;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/**
 * Says at {@code /health} whether services must sign what they publish. Always up: a deployment may
 * do without, and is told so.
 */
@Singleton
final class IntakeHealth implements HealthIndicator {
  private final UnsignedIntake intake;

  IntakeHealth(UnsignedIntake intake) {
    this.intake = intake;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.just(
        HealthResult.builder("intake", HealthStatus.UP).details(intake.said()).build());
  }
}
