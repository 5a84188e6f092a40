package dev.lockbox.api.command;

import dev.lockbox.service.Require;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How long a decision waits for its verdict.
 *
 * @param verdictWithin after which the answer is 202; 100 ms to 30 s
 * @param waitingMax decisions that wait at the same time, so that a standstill fills no memory; 1
 *     to 100000. One more is answered with 503
 */
@Singleton
public record DecisionSettings(
    @Property(name = "lockbox.api.wait", defaultValue = "PT2S") Duration verdictWithin,
    @Property(name = "lockbox.api.waiting-max", defaultValue = "10000") int waitingMax) {
  public DecisionSettings {
    Require.within(
        "lockbox.api.wait", verdictWithin, Duration.ofMillis(100), Duration.ofSeconds(30));
    Require.within("lockbox.api.waiting-max", waitingMax, 1, 100_000);
  }
}
