package dev.lockbox.api.view;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.entitlement.Holding;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What stood once, by the events up to there and the rules' own fold. It says what was granted, not
 * what was used, and not whether an enforcement point had shut. Every method throws {@link
 * ProblemException}: INVALID_REQUEST for an instant to come, TOO_MUCH_HAPPENED where more than
 * {@value #EVENTS_MAX} events or {@value #REQUESTS_MAX} requests would have to be looked at.
 */
@Singleton
final class Hindsight {
  /** Events looked at for one request, and for whether grants were frozen. */
  static final int EVENTS_MAX = 20_000;

  /** Requests looked at, whether they were granted then; most of them are not folded. */
  static final int REQUESTS_MAX = 20_000;

  private final View view;
  private final ViewStores stores;
  private final Chronicle chronicle;
  private final InstantSource clock;
  private final int eventsMax;
  private final int requestsMax;

  @Inject
  Hindsight(View view, ViewStores stores, Chronicle chronicle, InstantSource clock) {
    this(view, stores, chronicle, clock, EVENTS_MAX, REQUESTS_MAX);
  }

  Hindsight(
      View view,
      ViewStores stores,
      Chronicle chronicle,
      InstantSource clock,
      int eventsMax,
      int requestsMax) {
    this.view = view;
    this.stores = stores;
    this.chronicle = chronicle;
    this.clock = clock;
    this.eventsMax = eventsMax;
    this.requestsMax = requestsMax;
  }

  /**
   * The request as a client would have read it; empty where it was not known yet, never came to the
   * version, or could not be read then.
   *
   * @param readable of what stood, whether whoever asks may read it
   */
  Optional<RequestJson> show(RequestId request, Predicate<AccessRequest> readable, AsOf asOf) {
    return switch (asOf) {
      case AsOf.Time then -> {
        then.mustBeOver(clock.instant());
        yield show(request, readable, fold(request, then), then.instant());
      }
      case AsOf.Version then -> {
        var stood = fold(request, then);
        yield stood.state().version() == then.number()
            ? show(request, readable, stood, stood.since())
            : Optional.empty();
      }
    };
  }

  private Optional<RequestJson> show(
      RequestId request, Predicate<AccessRequest> readable, Stood stood, Instant then) {
    return Optional.of(stood)
        .filter(one -> one.isKnown() && readable.test(one.state()))
        .map(one -> json(request, one, wasFrozen(request.tenant(), then), then));
  }

  private static RequestJson json(RequestId request, Stood stood, boolean wasFrozen, Instant then) {
    return new Known(request, stood.state()).then(wasFrozen, then);
  }

  /**
   * The customer's requests as a client would have read them, newest first. A page ends early where
   * it would look at more than {@value View#SCANNED_MAX} requests or {@value #EVENTS_MAX} events.
   *
   * @param readable those that whoever asks may read, as they stand now
   * @param known of what stood, what the customer could read then
   * @param state only those that stood there then; empty for all
   * @param limit at most so many
   */
  Page<RequestJson> list(
      TenantId tenant,
      Predicate<AccessRequest> readable,
      Predicate<AccessRequest> known,
      Optional<WireState> state,
      int limit,
      Optional<String> cursor,
      AsOf.Time asOf) {
    var then = asOf.instant();
    asOf.mustBeOver(clock.instant());
    var after = cursor.map(text -> Cursor.place(tenant, state, asOf, text));
    if (then.isBefore(Instant.EPOCH)) {
      return new Page<>(List.of(), Optional.empty());
    }
    var range = Keys.openedBy(tenant, then, after);
    var wasFrozen = wasFrozen(tenant, then);
    var items = new ArrayList<RequestJson>();
    try (var scan = stores.of(ViewStores.INDEX, tenant).range(range.from(), range.to())) {
      var entries = 0;
      for (var looked = 1; scan.hasNext(); looked++) {
        var place = Keys.placeIn(tenant, scan.next().key);
        var request = new RequestId(tenant, place.request());
        if (view.find(request).filter(readable).isPresent()) {
          var stood = fold(request, asOf);
          entries += stood.entries();
          Optional.of(stood)
              .filter(one -> one.isKnown() && known.test(one.state()))
              .map(one -> json(request, one, wasFrozen, then))
              .filter(one -> state.isEmpty() || state.get() == one.state())
              .ifPresent(items::add);
        }
        var isFull = items.size() == limit || looked == View.SCANNED_MAX || entries >= eventsMax;
        if (scan.hasNext() && isFull) {
          return new Page<>(items, Optional.of(Cursor.of(tenant, state, asOf, place)));
        }
      }
    }
    return new Page<>(items, Optional.empty());
  }

  /**
   * What engineers might do then: all that any grant allowed; nothing while grants were frozen.
   *
   * @param engineer as the customer is shown them; empty for all, and so are the others
   */
  List<EntitlementJson> entitlements(
      TenantId tenant,
      Optional<String> engineer,
      Optional<String> action,
      Optional<String> resource,
      AsOf.Time asOf) {
    var then = asOf.instant();
    asOf.mustBeOver(clock.instant());
    if (then.isBefore(Instant.EPOCH) || wasFrozen(tenant, then)) {
      return List.of();
    }
    return Held.together(holdings(tenant, engineer, asOf), action, resource, then);
  }

  private Map<String, List<Holding>> holdings(
      TenantId tenant, Optional<String> engineer, AsOf.Time asOf) {
    var range = Keys.openedBy(tenant, asOf.instant(), Optional.empty());
    var found = new TreeMap<String, List<Holding>>();
    try (var scan = stores.of(ViewStores.INDEX, tenant).range(range.from(), range.to())) {
      for (var looked = 0; scan.hasNext(); looked++) {
        if (looked == requestsMax) {
          throw tooMuch("The customer had too many requests by then.");
        }
        var request = new RequestId(tenant, Keys.placeIn(tenant, scan.next().key).request());
        view.find(request)
            .filter(now -> mayHaveGranted(now, asOf.instant()))
            .flatMap(AccessRequest::opened)
            .map(Opening::shownEngineer)
            .filter(shown -> engineer.map(shown::equals).orElse(true))
            .ifPresent(
                shown ->
                    fold(request, asOf)
                        .holding(request)
                        .ifPresent(
                            one ->
                                found.computeIfAbsent(shown, none -> new ArrayList<>()).add(one)));
      }
    }
    return found;
  }

  /** What ended before, or never began, is not folded for nothing. */
  private static boolean mayHaveGranted(AccessRequest now, Instant then) {
    return switch (now) {
      case Granted granted -> true;
      case Faulted faulted -> true;
      case Closing closing -> closing.end().accessUntil().filter(then::isBefore).isPresent();
      case Closed closed -> closed.accessUntil().filter(then::isBefore).isPresent();
      case Unopened none -> false;
      case Evaluated evaluated -> false;
      case Passed passed -> false;
      case Pending pending -> false;
      case Scheduled scheduled -> false;
    };
  }

  /** The request as it stood, or unopened where it was not known yet. */
  AccessRequest stood(RequestId request, AsOf asOf) {
    return fold(request, asOf).state();
  }

  private Stood fold(RequestId request, AsOf asOf) {
    var range = Keys.timelineAfter(request, 0);
    var stood = Stood.NOT_YET;
    try (var scan =
        stores.of(ViewStores.TIMELINE, request.tenant()).range(range.from(), range.to())) {
      for (var looked = 0; scan.hasNext(); looked++) {
        if (looked == eventsMax) {
          throw tooMuch("Too much happened to the request.");
        }
        var recorded = view.decode(request.tenant(), scan.next().value);
        if (!asOf.includes(recorded)) {
          return stood;
        }
        stood = stood.with(recorded);
      }
    }
    return stood;
  }

  /**
   * From what freezes them now, back over what happened since. Without a look at the history where
   * nothing ever froze them.
   */
  private boolean wasFrozen(TenantId tenant, Instant then) {
    return view.freezes(tenant).filter(now -> wasFrozen(tenant, now.by(), then)).isPresent();
  }

  private boolean wasFrozen(TenantId tenant, SortedSet<QuarantineId> now, Instant then) {
    var by = new TreeSet<>(now);
    var range = Keys.historyAfter(tenant, 0);
    try (var scan = stores.of(ViewStores.HISTORY, tenant).reverseRange(range.from(), range.to())) {
      for (var looked = 0; scan.hasNext(); looked++) {
        if (looked == eventsMax) {
          throw tooMuch("Too much has happened since, and grants were frozen at some time.");
        }
        var apart = chronicle.ofNoRequest(tenant, scan.next().value);
        if (apart.filter(one -> !one.event().at().isAfter(then)).isPresent()) {
          break;
        }
        apart
            .map(Recorded::event)
            .filter(GrantsEvent.class::isInstance)
            .map(GrantsEvent.class::cast)
            .ifPresent(event -> undo(event, by));
      }
    }
    return !by.isEmpty();
  }

  private static void undo(GrantsEvent event, SortedSet<QuarantineId> by) {
    switch (event) {
      case GrantsFrozen frozen -> by.remove(frozen.quarantine());
      case GrantsReleased released -> by.add(released.quarantine());
    }
  }

  static ProblemException tooMuch(String detail) {
    return new ProblemException(Code.TOO_MUCH_HAPPENED, detail);
  }
}
