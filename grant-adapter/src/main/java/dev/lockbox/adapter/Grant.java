package dev.lockbox.adapter;

import dev.lockbox.adapter.target.Assignment;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.events.message.RequestSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request under which there is access, or was.
 *
 * @param granted what it lets its engineer do; empty once it is over
 * @param terms what it lets its engineer do, or did while it lasted
 * @param isFrozen whether it opens nothing for now
 * @param shutFrom from this instant on it opens nothing; of one that is frozen or over, in the past
 * @param awaited who must still say that they closed
 */
record Grant(
    EngineerId engineer,
    RequestId request,
    Optional<Granted> granted,
    Terms terms,
    boolean isFrozen,
    Instant shutFrom,
    Set<PointId> awaited) {
  Grant {
    awaited = Set.copyOf(awaited);
  }

  /**
   * Empty for a request under which there is no access, and never was any.
   *
   * @param at when it came to stand so
   */
  static Optional<Grant> of(RequestSnapshot snapshot, Instant at) {
    return switch (snapshot.state()) {
      case Granted granted -> Optional.of(lasting(snapshot, granted, at));
      case Closing closing -> over(snapshot, closing.end(), closing.due().points());
      case Closed closed -> over(snapshot, closed, Set.of());
      case Faulted faulted ->
          over(snapshot, Optional.of(faulted.faultedAt()), Optional.empty(), Set.of());
      case Scheduled scheduled -> Optional.empty();
      case Pending pending -> Optional.empty();
      case Passed passed -> Optional.empty();
      case Evaluated evaluated -> Optional.empty();
      case Unopened none -> Optional.empty();
    };
  }

  private static Grant lasting(RequestSnapshot snapshot, Granted granted, Instant at) {
    var until = granted.accessUntil();
    return new Grant(
        engineer(snapshot, granted.opening()),
        snapshot.request(),
        Optional.of(granted),
        granted.terms(),
        snapshot.frozen(),
        snapshot.frozen() && at.isBefore(until) ? at : until,
        Set.of());
  }

  private static Optional<Grant> over(
      RequestSnapshot snapshot, Closed closed, Set<PointId> awaited) {
    return over(snapshot, closed.accessUntil(), closed.narrowed(), awaited);
  }

  private static Optional<Grant> over(
      RequestSnapshot snapshot,
      Optional<Instant> shutFrom,
      Optional<Terms> narrowed,
      Set<PointId> awaited) {
    return shutFrom.flatMap(
        from ->
            snapshot
                .state()
                .opened()
                .map(
                    opening ->
                        new Grant(
                            engineer(snapshot, opening),
                            snapshot.request(),
                            Optional.empty(),
                            narrowed.orElseGet(opening::terms),
                            false,
                            from,
                            awaited)));
  }

  private static EngineerId engineer(RequestSnapshot snapshot, Opening opening) {
    return new EngineerId(snapshot.request().tenant(), opening.asked().engineer());
  }

  /** The same, once nobody can read what became of it. */
  Grant lost(Instant at) {
    return new Grant(
        engineer,
        request,
        Optional.empty(),
        terms,
        false,
        at.isBefore(shutFrom) ? at : shutFrom,
        awaited);
  }

  /** Whether it opens anything now, to whoever keeps its conditions. */
  boolean opens(Instant now) {
    return granted.isPresent() && !isFrozen && now.isBefore(shutFrom);
  }

  /** Whether a target may open by it where these conditions are kept, and no others. */
  boolean isKeptBy(Conditions kept) {
    return granted
        .filter(one -> kept.include(one.terms().conditions()))
        .filter(one -> kept.isSingleUse() || !one.isForOneUse())
        .isPresent();
  }

  /** Whether it ended no longer ago than that. */
  boolean isOverSince(Instant earliest, Instant now) {
    return !opens(now) && earliest.isBefore(shutFrom);
  }

  /** Each of its actions on each of its resources, also once it is over. */
  List<Assignment> assignments() {
    return terms.actions().stream()
        .flatMap(
            action ->
                terms.resources().stream()
                    .map(resource -> new Assignment(request, engineer.person(), action, resource)))
        .toList();
  }
}
