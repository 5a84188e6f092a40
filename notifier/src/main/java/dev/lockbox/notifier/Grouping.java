package dev.lockbox.notifier;

import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which requests that wait for somebody are told together with others: nobody's inbox is filled so
 * that they say yes to be left alone. The first that comes to wait for a person is told at once,
 * and begins a window; what follows within it waits for its end.
 *
 * <pre>
 *   asked   1   2 3   4            5
 *   told    1            2,3,4     5
 *           └── window ──┘         └── window ──┘
 * </pre>
 *
 * <p>Windows go by when things happened, so a history that is read again makes the same ones. For
 * one thread.
 */
final class Grouping {
  private final Duration within;
  private final Map<Asked, Instant> windowEnds = new HashMap<>();

  /** Whose decision on which customer's requests is waited for. */
  private record Asked(TenantId tenant, PersonId person) {}

  /**
   * @param within how long a window lasts; zero: everything is told at once
   */
  Grouping(Duration within) {
    this.within = within;
  }

  /**
   * Until when this waits to be told with others; empty: it is told at once, by itself. To be asked
   * once of each telling, in the order in which things happened.
   *
   * @param now by this host's clock: though it be wrong, nobody waits for longer than a window
   */
  Optional<Instant> until(Telling telling, Instant now) {
    return decideBy(telling).flatMap(deadline -> until(telling, deadline, now));
  }

  private Optional<Instant> until(Telling telling, Instant deadline, Instant now) {
    var asked = new Asked(telling.tenant(), telling.recipient());
    var at = telling.event().at();
    var end = windowEnds.getOrDefault(asked, Instant.MIN);
    if (!at.isBefore(end)) {
      windowEnds.put(asked, at.plus(within));
      return Optional.empty();
    }
    // As long as a window is left for deciding afterwards, or it does not wait.
    if (deadline.isBefore(end.plus(within))) {
      return Optional.empty();
    }
    var latest = now.plus(within);
    return Optional.of(end.isBefore(latest) ? end : latest);
  }

  void forget(Predicate<TenantId> whose) {
    windowEnds.keySet().removeIf(asked -> whose.test(asked.tenant()));
  }

  /**
   * By when the person must decide; empty where they are told of anything else, and of practice,
   * which puts nothing in earnest off.
   */
  private static Optional<Instant> decideBy(Telling telling) {
    return asksForDecision(telling.event())
        ? telling.opening().filter(opened -> !opened.isPractice()).map(Opening::decideBy)
        : Optional.empty();
  }

  /** Whatever is not named here is told at once, whatever else there will be. */
  private static boolean asksForDecision(Event event) {
    return event instanceof RequestOpened
        || event instanceof InternalApprovalGiven
        || (event instanceof RequestEvaluated evaluated
            && evaluated.evaluation().outcome() == Evaluation.Outcome.NEEDS_INTERNAL);
  }
}
