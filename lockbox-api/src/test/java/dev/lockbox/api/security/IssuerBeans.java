package dev.lockbox.api.security;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** The test's issuer in the place of one behind HTTP. */
@Factory
@Requires(property = "test.edges")
final class IssuerBeans {
  @Singleton
  @Replaces(HttpKeyFetch.class)
  KeyFetch keys() {
    return Issuer::publicKeys;
  }
}
