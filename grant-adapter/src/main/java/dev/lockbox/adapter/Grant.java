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
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.events.message.RequestSnapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request under which there is access, or was.
 *
 * @param granted what it lets its engineer do; empty once it is over
 * @param isFrozen whether it opens nothing for now
 * @param shutFrom from this instant on it opens nothing; of one that is frozen or over, in the past
 * @param awaited who must still say that they closed
 */
record Grant(
    EngineerId engineer,
    RequestId request,
    Optional<Granted> granted,
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
      case Faulted faulted -> over(snapshot, Optional.of(faulted.faultedAt()), Set.of());
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
        engineer(snapshot).orElseThrow(),
        snapshot.request(),
        Optional.of(granted),
        snapshot.frozen(),
        snapshot.frozen() && at.isBefore(until) ? at : until,
        Set.of());
  }

  private static Optional<Grant> over(
      RequestSnapshot snapshot, Closed closed, Set<PointId> awaited) {
    return over(snapshot, closed.accessUntil(), awaited);
  }

  private static Optional<Grant> over(
      RequestSnapshot snapshot, Optional<Instant> shutFrom, Set<PointId> awaited) {
    return shutFrom.flatMap(
        from ->
            engineer(snapshot)
                .map(
                    whose ->
                        new Grant(
                            whose, snapshot.request(), Optional.empty(), false, from, awaited)));
  }

  private static Optional<EngineerId> engineer(RequestSnapshot snapshot) {
    return snapshot
        .state()
        .opened()
        .map(opening -> new EngineerId(snapshot.request().tenant(), opening.asked().engineer()));
  }

  /** The same, once nobody can read what became of it. */
  Grant lost(Instant at) {
    return new Grant(
        engineer, request, Optional.empty(), false, at.isBefore(shutFrom) ? at : shutFrom, awaited);
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

  /** Each of its actions on each of its resources; none once it is over. */
  Stream<Assignment> assignments() {
    return granted.stream()
        .flatMap(
            one ->
                one.terms().actions().stream()
                    .flatMap(
                        action ->
                            one.terms().resources().stream()
                                .map(
                                    resource ->
                                        new Assignment(
                                            request, engineer.person(), action, resource))));
  }
}
