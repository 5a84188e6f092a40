package dev.lockbox.service;

import java.time.Duration;
import java.util.Optional;

/**
 * How a topology is run.
 *
 * @param applicationId names its group, its stores and its internal topics; never changed once it
 *     has run
 * @param threads 1 to 64
 * @param commitInterval how long a transaction stays open; 1 ms to 1 s. What is written is seen by
 *     others after it
 * @param standbys copies of each store on other instances; 0 to 3
 * @param instance this instance's name, unique among its kind, so that a restart takes its
 *     partitions back at once; empty: they are free only when the session has timed out
 * @param server as which other instances of its kind are told of this one, as {@code host:port};
 *     empty where nobody asks
 */
public record StreamsPlan(
    String applicationId,
    int threads,
    Duration commitInterval,
    int standbys,
    Optional<String> instance,
    Optional<String> server) {
  public StreamsPlan {
    Require.within("threads", threads, 1, 64);
    Require.within("commit-interval", commitInterval, Duration.ofMillis(1), Duration.ofSeconds(1));
    Require.within("standbys", standbys, 0, 3);
  }
}
