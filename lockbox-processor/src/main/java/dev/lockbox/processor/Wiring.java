package dev.lockbox.processor;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.events.codec.Formats;
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
  @Bean(preDestroy = "close")
  AlarmLog alarms(KafkaSettings kafka, Formats formats, ProcessorMetrics metrics) {
    return AlarmLog.open(kafka, formats, metrics);
  }
}
