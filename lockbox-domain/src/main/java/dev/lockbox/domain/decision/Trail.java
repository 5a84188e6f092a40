package dev.lockbox.domain.decision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an aggregate keeps of its own past: how many events changed it, and which attempts it
 * accepted.
 *
 * @param version the number of events folded so far; 0 before the first
 * @param accepted oldest first, at most {@value #REMEMBERED_MAX}. A request accepts fewer attempts
 *     in its life (its opening, a yes of each stage's quorum, what is said in between, its end) and
 *     forgets none; a tenant accepts any number, and one that it has forgotten is decided afresh
 */
public record Trail(long version, Map<Attempt, Acceptance> accepted) {
  public static final int REMEMBERED_MAX = 64;
  public static final Trail EMPTY = new Trail(0, Map.of());

  /**
   * @param content of what was accepted
   * @param version that it led to
   */
  public record Acceptance(Fingerprint content, long version) {}

  public Trail {
    accepted = Collections.unmodifiableMap(new LinkedHashMap<>(accepted));
  }

  /** One event further, made by nobody: a deadline or a fault. */
  public Trail next() {
    return new Trail(version + 1, accepted);
  }

  /** One event further, made by an attempt that is remembered from now on. */
  public Trail next(Provenance by) {
    var remembered = new LinkedHashMap<>(accepted);
    if (remembered.size() == REMEMBERED_MAX) {
      remembered.remove(remembered.keySet().iterator().next());
    }
    remembered.put(by.attempt(), new Acceptance(by.content(), version + 1));
    return new Trail(version + 1, remembered);
  }

  /**
   * The answer to an attempt that was accepted before; empty when it is new.
   *
   * @param content what is asked this time; looked at only where there is a first time to compare
   *     it with
   */
  public <E> Optional<Decision<E>> answerTo(Attempt attempt, Supplier<Fingerprint> content) {
    return Optional.ofNullable(accepted.get(attempt))
        .map(first -> again(attempt, first, content.get()));
  }

  private static <E> Decision<E> again(Attempt attempt, Acceptance first, Fingerprint content) {
    return first.content().equals(content)
        ? new Decision.Repeated<>(first.version())
        : Decision.refuse(
            Refusal.DECISION_ID_REUSED,
            "%s used decision id %s before, for something else"
                .formatted(attempt.actor(), attempt.id()));
  }
}
