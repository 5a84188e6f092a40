package dev.lockbox.api.connection;

import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How many may be connected, and how long a request may take to arrive. Whoever takes longer is cut
 * off, however steadily the bytes trickle.
 *
 * @param max connections that may be open at once; more are closed as they come; 10 to 1 million
 * @param headWithin the time for all lines up to the body, from the first byte, and on a new
 *     connection from its opening; 100 ms to 1 min
 * @param bodyWithin the time for the body after that; 100 ms to 5 min
 */
@ConfigurationProperties("lockbox.api.connections")
record ConnectionSettings(
    @Bindable(defaultValue = "10000") int max,
    @Bindable(defaultValue = "PT10S") Duration headWithin,
    @Bindable(defaultValue = "PT30S") Duration bodyWithin) {
  private static final int MIN = 10;
  private static final int MAX = 1_000_000;
  private static final Duration SHORTEST = Duration.ofMillis(100);

  ConnectionSettings {
    Require.within("lockbox.api.connections.max", max, MIN, MAX);
    Require.within(
        "lockbox.api.connections.head-within", headWithin, SHORTEST, Duration.ofMinutes(1));
    Require.within(
        "lockbox.api.connections.body-within", bodyWithin, SHORTEST, Duration.ofMinutes(5));
  }
}
