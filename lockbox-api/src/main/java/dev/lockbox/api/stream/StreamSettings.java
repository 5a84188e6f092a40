package dev.lockbox.api.stream;

import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How streams are kept.
 *
 * @param openMax streams at once on this instance; 1 to 100000
 * @param perCallerMax of one caller; 1 to 1000
 * @param aliveEvery how often a stream says that it is alive; 1 s to 20 s
 * @param stalledAfter a reader that takes nothing for so long is cut off; 5 s to 5 min
 * @param lasts a stream is ended after so long, and is to be opened again where it ended: so nobody
 *     reads on under a token that is over; 10 s to 1 h
 */
@ConfigurationProperties("lockbox.api.streams")
record StreamSettings(
    @Bindable(defaultValue = "1000") int openMax,
    @Bindable(defaultValue = "10") int perCallerMax,
    @Bindable(defaultValue = "PT5S") Duration aliveEvery,
    @Bindable(defaultValue = "PT30S") Duration stalledAfter,
    @Bindable(defaultValue = "PT4M") Duration lasts) {
  private static final int OPEN_MAX = 100_000;
  private static final int PER_CALLER_MAX = 1000;

  StreamSettings {
    Require.within("lockbox.api.streams.open-max", openMax, 1, OPEN_MAX);
    Require.within("lockbox.api.streams.per-caller-max", perCallerMax, 1, PER_CALLER_MAX);
    Require.within(
        "lockbox.api.streams.alive-every",
        aliveEvery,
        Duration.ofSeconds(1),
        Duration.ofSeconds(20));
    Require.within(
        "lockbox.api.streams.stalled-after",
        stalledAfter,
        Duration.ofSeconds(5),
        Duration.ofMinutes(5));
    Require.within("lockbox.api.streams.lasts", lasts, Duration.ofSeconds(10), Duration.ofHours(1));
  }
}
