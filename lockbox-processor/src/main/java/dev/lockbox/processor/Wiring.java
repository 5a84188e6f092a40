package dev.lockbox.processor;

import dev.lockbox.domain.AccessRequest;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What the processor is given that is nobody's bean. */
@Factory
final class Wiring {
  @Singleton
  Fold fold() {
    return AccessRequest::evolve;
  }
}
