package dev.lockbox.api.view;

import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionActive;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.session.Ending;
import dev.lockbox.domain.session.Session;
import dev.lockbox.domain.session.Sessions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How engineers' sessions stood once: which were open, and until when unless something was done, by
 * the events since the first of them began and the rules' own fold. Every method throws {@link
 * ProblemException}: INVALID_REQUEST for an instant to come, TOO_MUCH_HAPPENED where more than
 * {@value Hindsight#EVENTS_MAX} sessions, or events since then, would have to be looked at.
 */
@Singleton
final class PastSessions {
  private final View view;
  private final ViewStores stores;
  private final Chronicle chronicle;
  private final Hindsight hindsight;
  private final InstantSource clock;
  private final int eventsMax;

  @Inject
  PastSessions(
      View view, ViewStores stores, Chronicle chronicle, Hindsight hindsight, InstantSource clock) {
    this(view, stores, chronicle, hindsight, clock, Hindsight.EVENTS_MAX);
  }

  PastSessions(
      View view,
      ViewStores stores,
      Chronicle chronicle,
      Hindsight hindsight,
      InstantSource clock,
      int eventsMax) {
    this.view = view;
    this.stores = stores;
    this.chronicle = chronicle;
    this.hindsight = hindsight;
    this.clock = clock;
    this.eventsMax = eventsMax;
  }

  /**
   * A session that had begun by then.
   *
   * @param began its sequence
   * @param ended empty where it was open then
   */
  private record Span(long began, SessionStarted started, Optional<SessionEnded> ended) {
    boolean isOpen() {
      return ended.isEmpty();
    }
  }

  /** The request's sessions, in the order of their ids; of more than the most, some. */
  List<SessionJson> sessionsOf(RequestId request, AsOf.Time asOf) {
    asOf.mustBeOver(clock.instant());
    return shown(
        request.tenant(),
        spans(request.tenant(), Keys.sessionsOf(request), any -> true, asOf),
        asOf);
  }

  /**
   * The customer's sessions that were open; of more than the most, some.
   *
   * @param readable under which requests
   */
  List<SessionJson> openSessions(TenantId tenant, Predicate<RequestId> readable, AsOf.Time asOf) {
    asOf.mustBeOver(clock.instant());
    return shown(
        tenant,
        spans(tenant, Keys.sessionsOf(tenant), readable, asOf).stream()
            .filter(Span::isOpen)
            .toList(),
        asOf);
  }

  /** What had been made of a request's grant; empty where nothing had been told of it. */
  Optional<UseJson> useOf(RequestId request, AsOf.Time asOf) {
    var told = new ArrayList<SessionEvent>();
    var range = Keys.timelineAfter(request, 0);
    try (var scan =
        stores.of(ViewStores.TIMELINE, request.tenant()).range(range.from(), range.to())) {
      for (var looked = 0; scan.hasNext(); looked++) {
        mustBeWithin(looked);
        var recorded = view.decode(request.tenant(), scan.next().value);
        if (!asOf.includes(recorded)) {
          break;
        }
        if (recorded.event() instanceof SessionEvent event) {
          told.add(event);
        }
      }
    }
    return told.stream()
        .filter(UseSummarised.class::isInstance)
        .map(event -> UseJson.of((UseSummarised) event))
        .reduce((earlier, later) -> later)
        .or(() -> soFar(request, hindsight.stood(request, asOf), told, asOf.instant()));
  }

  private static Optional<UseJson> soFar(
      RequestId request, AccessRequest state, List<SessionEvent> told, Instant then) {
    if (!(state instanceof Granted grant)) {
      return Optional.empty();
    }
    var engineer = new EngineerId(request.tenant(), grant.opening().asked().engineer());
    var stood = Sessions.NONE;
    for (var event : told) {
      stood = event.engineer().equals(engineer) ? with(stood, event) : stood;
    }
    return Ending.ofGrant(stood, engineer, request, grant.terms(), then).stream()
        .filter(UseSummarised.class::isInstance)
        .map(event -> UseJson.soFar((UseSummarised) event))
        .findFirst();
  }

  private List<Span> spans(
      TenantId tenant, Keys.Range range, Predicate<RequestId> readable, AsOf.Time asOf) {
    var found = new ArrayList<Span>();
    try (var scan = stores.of(ViewStores.SESSIONS, tenant).range(range.from(), range.to())) {
      for (var looked = 0; scan.hasNext(); looked++) {
        mustBeWithin(looked);
        var next = scan.next();
        if (next.value.length == 2 * Long.BYTES) {
          var request = Keys.requestOfSession(tenant, next.key);
          var numbers = ByteBuffer.wrap(next.value);
          span(request, numbers.getLong(), numbers.getLong(), readable, asOf).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Span> span(
      RequestId request, long began, long ended, Predicate<RequestId> readable, AsOf.Time asOf) {
    return Optional.of(request)
        .filter(readable)
        .map(one -> event(one, began))
        .filter(asOf::includes)
        .map(
            recorded ->
                new Span(
                    began,
                    (SessionStarted) recorded.event(),
                    Optional.of(ended)
                        .filter(sequence -> sequence != 0)
                        .map(sequence -> event(request, sequence))
                        .filter(asOf::includes)
                        .map(over -> (SessionEnded) over.event())));
  }

  private Recorded event(RequestId request, long sequence) {
    var framed =
        view.get(ViewStores.TIMELINE, request.tenant(), Keys.timeline(request, sequence))
            .orElseThrow();
    return view.decode(request.tenant(), framed);
  }

  private List<SessionJson> shown(TenantId tenant, List<Span> spans, AsOf.Time asOf) {
    var some = spans.stream().limit(SessionView.SESSIONS_MAX).toList();
    var names = new Names(view);
    var open = openAt(tenant, some, asOf);
    return some.stream()
        .map(
            span ->
                SessionJson.of(
                    span.started(),
                    names.of(span.started().engineer(), span.started().about()),
                    span.isOpen() ? session(open, span.started()) : Optional.empty(),
                    span.ended()))
        .toList();
  }

  private static Optional<Session> session(Map<EngineerId, Sessions> open, SessionStarted started) {
    return Optional.ofNullable(open.get(started.engineer()))
        .map(theirs -> theirs.open().get(started.session()));
  }

  /** Whatever was done in them, or in those that went through them, was done after they began. */
  private Map<EngineerId, Sessions> openAt(TenantId tenant, List<Span> spans, AsOf.Time asOf) {
    var open = new HashMap<EngineerId, Sessions>();
    spans.stream()
        .filter(Span::isOpen)
        .forEach(span -> open.put(span.started().engineer(), Sessions.NONE));
    var first = spans.stream().filter(Span::isOpen).mapToLong(Span::began).min();
    if (first.isPresent()) {
      fold(tenant, first.getAsLong(), open, asOf);
    }
    return open;
  }

  private void fold(TenantId tenant, long first, Map<EngineerId, Sessions> open, AsOf.Time asOf) {
    var range = Keys.historyAfter(tenant, first - 1);
    try (var scan = stores.of(ViewStores.HISTORY, tenant).range(range.from(), range.to())) {
      for (var looked = 0; scan.hasNext(); looked++) {
        mustBeWithin(looked);
        var recorded = chronicle.at(tenant, Keys.sequenceIn(scan.next().key));
        if (!asOf.includes(recorded)) {
          return;
        }
        if (recorded.event() instanceof SessionEvent event) {
          open.computeIfPresent(event.engineer(), (same, theirs) -> with(theirs, event));
        }
      }
    }
  }

  private void mustBeWithin(int looked) {
    if (looked == eventsMax) {
      throw Hindsight.tooMuch("Too much happened in sessions of the customer.");
    }
  }

  /** Of sessions that began before the look back does, and of devices, it knows nothing. */
  private static Sessions with(Sessions state, SessionEvent event) {
    return isOfThese(state, event) ? Sessions.evolve(state, event) : state;
  }

  private static boolean isOfThese(Sessions state, SessionEvent event) {
    return switch (event) {
      case SessionStarted started -> true;
      case SessionActive active -> state.open().containsKey(active.session());
      case ActionAuthorised authorised -> state.open().containsKey(authorised.session());
      case ActionPerformed performed -> true;
      case ActionDenied denied -> true;
      case SessionEnded ended -> state.open().containsKey(ended.session());
      case DevicePostureChanged changed -> false;
      case UseSummarised summarised -> false;
      case TargetEvent found -> false;
    };
  }
}
