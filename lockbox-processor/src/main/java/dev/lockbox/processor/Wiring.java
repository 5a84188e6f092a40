package dev.lockbox.processor;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.GuardRail;
import dev.lockbox.domain.rules.GuardRails;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.service.GuardRailSettings;
import dev.lockbox.service.KafkaSettings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** What the processor is given that is nobody's bean. */
@Factory
final class Wiring {
  @Singleton
  Fold fold() {
    return AccessRequest::evolve;
  }

  @Singleton
  ResourceSettings resources(Environment settings) {
    return ResourceSettings.in(settings);
  }

  @Singleton
  EvaluationSettings evaluation(Environment settings) {
    return EvaluationSettings.in(settings);
  }

  @Singleton
  Publishers publishers(Environment settings) {
    return PublisherSettings.in(settings).publishers();
  }

  @Singleton
  ReporterSettings reporters(Environment settings, OwnKeySettings own) {
    return ReporterSettings.in(settings, own.keys());
  }

  @Singleton
  AssertionSettings requesters(Environment settings) {
    return AssertionSettings.in(settings);
  }

  /** What the provider sets for all customers, put together of its parts. */
  @Singleton
  Deployment deployment(
      LimitSettings limits,
      ResourceSettings resources,
      EvaluationSettings evaluation,
      GuardRailSettings guardRails) {
    return Deployment.DEFAULTS
        .with(limits.accessLimits(), limits.cap())
        .with(resources.catalogue())
        .with(evaluation.rules())
        .with(
            new GuardRails(
                guardRails.each(rail -> GuardRail.of(rail.id(), rail.tags(), rail.resources()))));
  }

  @Singleton
  @Bean(preDestroy = "close")
  AlarmLog alarms(KafkaSettings kafka, Formats formats, ProcessorMetrics metrics) {
    return AlarmLog.open(kafka, formats, metrics);
  }
}
