package dev.lockbox.audit;

import dev.lockbox.service.StreamsPlan;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.Optional;

/**
 * How the audit projector is run; the bounds are those of {@link StreamsPlan}.
 *
 * @param threads partitions that are worked on at once in this instance
 * @param commitInterval how long a transaction stays open, and so how long a record waits to be
 *     seen
 * @param standbys instances that keep a copy of each store, ready to take over
 * @param instance this instance's name, unique among the audit projectors: a restart under the same
 *     name takes its partitions back at once; empty for none
 */
@ConfigurationProperties("lockbox.audit-projector")
record AuditSettings(
    int threads, Duration commitInterval, int standbys, Optional<String> instance) {
  StreamsPlan plan() {
    return new StreamsPlan(
        AuditTopology.APPLICATION, threads, commitInterval, standbys, instance, Optional.empty());
  }
}
