package dev.lockbox.domain.time;

import dev.lockbox.domain.identity.HostId;
import java.time.Duration;
import java.time.Instant;

/**
 * What a host's clock showed when it last ticked.
 *
 * @param shown by the host
 * @param appended by the broker's clock, when that tick was put on the log
 */
public record HostClock(HostId host, Instant shown, Instant appended) {
  /** How far the host's clock is ahead of the broker's; negative where it is behind. */
  Duration ahead() {
    return Duration.between(appended, shown);
  }

  boolean isWithin(Duration distance, Instant at) {
    return Duration.between(appended, at).abs().compareTo(distance) <= 0;
  }
}
