package dev.lockbox.api;

import dev.lockbox.domain.Cast;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves; it stands in the morning until then. */
@Singleton
@Replaces(InstantSource.class)
@Requires(property = "test.edges")
final class TestClock implements InstantSource {
  private volatile Instant now = Cast.MORNING;

  void set(Instant to) {
    now = to;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
