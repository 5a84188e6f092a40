package dev.lockbox.verifier.lease;

import java.time.Instant;
import java.util.Set;

/** The answer to a question. */
public sealed interface Clearance {
  /**
   * Yes, for this once.
   *
   * @param under the lease that says so
   * @param until whatever goes on longer must be asked again by then, or be stopped
   */
  record Open(Lease under, Instant until) implements Clearance {}

  /**
   * No.
   *
   * @param why what stands against it, of all of the engineer's leases
   */
  record Shut(Set<Obstacle> why) implements Clearance {
    public Shut {
      why = Set.copyOf(why);
    }
  }
}
