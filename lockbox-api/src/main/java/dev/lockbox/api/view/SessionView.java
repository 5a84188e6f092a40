package dev.lockbox.api.view;

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
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.session.Ending;
import dev.lockbox.domain.session.Session;
import dev.lockbox.events.codec.Stored;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads what the log has said so far of engineers' sessions; see {@link View}. */
@Singleton
final class SessionView {
  /** Sessions that one answer shows at most. */
  static final int SESSIONS_MAX = 256;

  /** Engineers who are looked at for one answer at most. */
  static final int ENGINEERS_MAX = 10_000;

  private final View view;
  private final ViewStores stores;
  private final InstantSource clock;

  SessionView(View view, ViewStores stores, InstantSource clock) {
    this.view = view;
    this.stores = stores;
    this.clock = clock;
  }

  /** The request's sessions, in the order of their ids; of more than the most, some. */
  List<SessionJson> sessionsOf(RequestId request) {
    var range = Keys.sessionsOf(request);
    var found = new ArrayList<SessionJson>();
    var names = new Names(view);
    try (var scan =
        stores.of(ViewStores.SESSIONS, request.tenant()).range(range.from(), range.to())) {
      while (scan.hasNext() && found.size() < SESSIONS_MAX) {
        var span = ByteBuffer.wrap(scan.next().value);
        found.add(session(request, span.getLong(), span.getLong(), names));
      }
    }
    return found;
  }

  private SessionJson session(RequestId request, long began, long ended, Names names) {
    var started = (SessionStarted) event(request, began);
    var open =
        ended == 0
            ? Optional.ofNullable(view.sessions(started.engineer()).open().get(started.session()))
            : Optional.<Session>empty();
    return SessionJson.of(
        started,
        names.of(started.engineer(), Optional.of(request)),
        open,
        ended == 0 ? Optional.empty() : Optional.of((SessionEnded) event(request, ended)));
  }

  /** What was made of a request's grant; empty where nothing was told of it. */
  Optional<UseJson> useOf(RequestId request) {
    return view.get(ViewStores.SESSIONS, request.tenant(), Keys.summary(request))
        .map(Folding::number)
        .map(sequence -> UseJson.of((UseSummarised) event(request, sequence)))
        .or(() -> view.find(request).flatMap(state -> soFar(request, state)));
  }

  private Optional<UseJson> soFar(RequestId request, AccessRequest state) {
    if (!(state instanceof Granted grant)) {
      return Optional.empty();
    }
    var engineer = new EngineerId(request.tenant(), grant.opening().asked().engineer());
    var now = clock.instant();
    return Ending.ofGrant(view.sessions(engineer), engineer, request, grant.terms(), now).stream()
        .filter(UseSummarised.class::isInstance)
        .map(event -> UseJson.soFar((UseSummarised) event))
        .findFirst();
  }

  /**
   * The customer's open sessions, by engineer; of more than the most, some.
   *
   * @param readable under which requests
   */
  List<SessionJson> openSessions(TenantId tenant, Predicate<RequestId> readable) {
    var range = Keys.engineersOf(tenant);
    var found = new ArrayList<SessionJson>();
    var names = new Names(view);
    try (var scan = stores.of(ViewStores.ENGINEERS, tenant).range(range.from(), range.to())) {
      for (var seen = 0; scan.hasNext() && seen < ENGINEERS_MAX; seen++) {
        var kept = Stored.SESSIONS.fromBytes(scan.next().value);
        kept.state().open().values().stream()
            .filter(one -> readable.test(one.request()))
            .map(one -> began(one.request(), one.id(), names))
            .forEach(found::add);
      }
    }
    return found.stream().limit(SESSIONS_MAX).toList();
  }

  private SessionJson began(RequestId request, SessionId session, Names names) {
    var span =
        view.get(ViewStores.SESSIONS, request.tenant(), Keys.session(request, session))
            .map(ByteBuffer::wrap)
            .orElseThrow();
    return session(request, span.getLong(), span.getLong(), names);
  }

  /**
   * What engineers did at a customer, newest first.
   *
   * @param readable what of it is shown to whoever asks
   * @param limit at most so many
   * @throws dev.lockbox.api.problem.ProblemException INVALID_REQUEST when the cursor is not of this
   *     list
   */
  Page<ActivityJson> activity(
      TenantId tenant,
      Predicate<SessionEvent> readable,
      WantedActivity wanted,
      int limit,
      Optional<String> cursor) {
    var range = Keys.activityBefore(tenant, cursor.map(text -> Cursor.sequence(tenant, text)));
    var items = new ArrayList<ActivityJson>();
    var names = new Names(view);
    try (var scan = stores.of(ViewStores.ACTIVITY, tenant).range(range.from(), range.to())) {
      for (var scanned = 1; scan.hasNext(); scanned++) {
        var recorded = view.decode(tenant, scan.next().value);
        of(recorded)
            .filter(readable)
            .filter(event -> wanted.includes(event, names))
            .ifPresent(event -> items.add(ActivityJson.of(recorded, event, names)));
        if (scan.hasNext() && (items.size() == limit || scanned == View.SCANNED_MAX)) {
          return new Page<>(items, Optional.of(Cursor.of(tenant, recorded.sequence())));
        }
      }
    }
    return new Page<>(items, Optional.empty());
  }

  /** In which it happened; empty for what happens in none. */
  static Optional<SessionId> sessionOf(SessionEvent event) {
    return switch (event) {
      case SessionStarted started -> Optional.of(started.session());
      case SessionActive active -> Optional.of(active.session());
      case SessionEnded ended -> Optional.of(ended.session());
      case ActionAuthorised authorised -> Optional.of(authorised.session());
      case ActionPerformed performed -> performed.session();
      case ActionDenied denied -> denied.session();
      case DevicePostureChanged changed -> Optional.empty();
      case UseSummarised summarised -> Optional.empty();
      case TargetEvent atATarget -> Optional.empty();
    };
  }

  private static Optional<SessionEvent> of(Recorded recorded) {
    return recorded.event() instanceof SessionEvent event ? Optional.of(event) : Optional.empty();
  }

  private SessionEvent event(RequestId request, long sequence) {
    var framed =
        view.get(ViewStores.TIMELINE, request.tenant(), Keys.timeline(request, sequence))
            .orElseThrow();
    return (SessionEvent) view.decode(request.tenant(), framed).event();
  }
}
