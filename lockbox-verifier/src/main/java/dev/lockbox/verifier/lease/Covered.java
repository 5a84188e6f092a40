package dev.lockbox.verifier.lease;

import dev.lockbox.verifier.jose.Malformed;
import dev.lockbox.verifier.signature.Texts;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How much somebody said yes to.
 *
 * @param actions only these; empty for all that were read, as are the others
 * @param accessFor no longer
 * @param conditions under which, beside those that were read
 */
record Covered(
    Optional<Set<String>> actions,
    Optional<Set<String>> resources,
    Optional<Duration> accessFor,
    Conditions conditions) {
  private static final Duration ROUNDED = Duration.ofSeconds(1);

  /** What is less, from there on to the end. */
  static Covered less(Texts texts) throws Malformed {
    var actions = texts.some();
    var resources = texts.some();
    var millis = texts.next();
    var accessFor =
        millis.isEmpty()
            ? Optional.<Duration>empty()
            : Optional.of(Duration.ofMillis(Texts.whole(millis)));
    return new Covered(any(actions), any(resources), accessFor, Conditions.read(texts));
  }

  private static Optional<Set<String>> any(Set<String> some) {
    return Optional.of(some).filter(all -> !all.isEmpty());
  }

  /**
   * Whether a lease says no more than that. Both ends of its grant are rounded down, so that the
   * time between them may seem longer by less than a second.
   */
  boolean covers(Lease lease) {
    var lasts = Duration.between(lease.notBefore(), lease.notAfter());
    return actions.filter(all -> !all.containsAll(lease.actions())).isEmpty()
        && resources.filter(all -> !all.containsAll(lease.resources())).isEmpty()
        && accessFor.filter(most -> lasts.minus(ROUNDED).compareTo(most) >= 0).isEmpty()
        && lease.conditions().include(conditions);
  }
}
