package dev.lockbox.adapter;

import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How the adapter goes about its work.
 *
 * @param point its id as an enforcement point; tenants that wait for its word name it
 * @param every how often it looks at the target, where nothing happens; 1 s to 5 min
 * @param lagMax for how long a reading of the log counts as current, so that something is created
 *     by it; 1 s to 1 min
 * @param removedWithin how long what was granted may take to be gone, before that is news; 1 s to 1
 *     h
 * @param notProvisionedAfter how long what is granted may take to be there, before that is news; 1
 *     s to 1 h
 */
@ConfigurationProperties("lockbox.adapter")
record AdapterSettings(
    String point,
    Duration every,
    Duration lagMax,
    Duration removedWithin,
    Duration notProvisionedAfter) {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  AdapterSettings {
    Require.within("lockbox.adapter.every", every, LEAST, Duration.ofMinutes(5));
    Require.within("lockbox.adapter.lag-max", lagMax, LEAST, Duration.ofMinutes(1));
    Require.within("lockbox.adapter.removed-within", removedWithin, LEAST, HOUR);
    Require.within("lockbox.adapter.not-provisioned-after", notProvisionedAfter, LEAST, HOUR);
  }

  /** Throws {@link IllegalArgumentException} when the point is none. */
  Practice practice(Conditions kept) {
    return new Practice(new PointId(point), kept, every, removedWithin, notProvisionedAfter);
  }
}
