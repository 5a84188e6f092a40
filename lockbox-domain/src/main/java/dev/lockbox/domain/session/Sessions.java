package dev.lockbox.domain.session;

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
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.Usage;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * An engineer's sessions at one customer, as they stand.
 *
 * @param open at most {@value #OPEN_MAX}
 * @param grants under which something was done, and that are not over; at most {@value
 *     #GRANTS_MAX}, and of further ones nothing is counted
 * @param barred devices that were found wanting with this engineer, on which nobody's session
 *     begins at this customer; at most {@value #BARRED_MAX}, and then none begins on any
 * @param trail of what happened here, with a version of its own
 */
public record Sessions(
    SortedMap<SessionId, Session> open,
    SortedMap<RequestId, GrantUse> grants,
    SortedSet<DeviceId> barred,
    Trail trail) {
  public static final int OPEN_MAX = 64;
  public static final int GRANTS_MAX = 64;
  public static final int BARRED_MAX = 256;

  public static final Sessions NONE =
      new Sessions(
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedSet(),
          Trail.EMPTY);

  /** There was no grant that it could count for. */
  private static final Set<Finding> NO_GRANT =
      Set.of(Finding.NO_REQUEST, Finding.NOT_GRANTED, Finding.OTHER_ENGINEER);

  public Sessions {
    open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    grants = Collections.unmodifiableSortedMap(new TreeMap<>(grants));
    barred = Collections.unmodifiableSortedSet(new TreeSet<>(barred));
  }

  public long version() {
    return trail.version();
  }

  /** The instant by which some session has ended; empty while none is open. */
  public Optional<Instant> deadline() {
    return open.values().stream().map(Session::deadline).min(Comparator.naturalOrder());
  }

  /** Whether a session was ever started under that grant by that id, or is open by it at all. */
  boolean knows(SessionId session, RequestId request) {
    return open.containsKey(session) || useOf(request).sessions().contains(session);
  }

  /**
   * Whether the engineer has come in by that grant, which is not over, or has done anything by it
   * outside of a session.
   */
  public boolean isUsed(RequestId request) {
    return useOf(request).isSome();
  }

  GrantUse useOf(RequestId request) {
    return grants.getOrDefault(request, GrantUse.NONE);
  }

  /** Where too many are barred to know them all, every device is. */
  boolean isBarred(DeviceId device) {
    return isEveryDeviceBarred() || barred.contains(device);
  }

  boolean isEveryDeviceBarred() {
    return barred.size() >= BARRED_MAX;
  }

  boolean isOpenOn(DeviceId device) {
    return open.values().stream().anyMatch(session -> session.isOn(device));
  }

  /** Whether it is of consequence for others who use the same device. */
  public boolean isAboutDevices() {
    return !barred.isEmpty()
        || open.values().stream().anyMatch(session -> session.device().isPresent());
  }

  /** The state after {@code event}. A released case is frozen: a new meaning is a new event. */
  public static Sessions evolve(Sessions state, SessionEvent event) {
    var next = event.attempted().map(state.trail::next).orElseGet(state.trail::next);
    return switch (event) {
      case SessionStarted started -> state.started(started, next);
      case SessionActive active -> state.active(active, next);
      case ActionAuthorised authorised -> state.authorised(authorised, next);
      case ActionPerformed performed -> state.performed(performed, next);
      case ActionDenied denied -> state.denied(denied, next);
      case SessionEnded ended -> state.ended(ended, next);
      case DevicePostureChanged changed -> state.changed(changed, next);
      case UseSummarised summarised -> state.summarised(summarised, next);
      case TargetEvent found -> new Sessions(state.open, state.grants, state.barred, next);
    };
  }

  private Sessions started(SessionStarted event, Trail next) {
    if (knows(event.session(), event.request())) {
      throw new ImpossibleHistory(this, event);
    }
    var more = new TreeMap<>(open);
    more.put(event.session(), Session.of(event));
    var used = useOf(event.request()).started(event.session());
    return new Sessions(more, with(event.request(), used), barred, next);
  }

  private Sessions active(SessionActive event, Trail next) {
    if (!open.containsKey(event.session())) {
      throw new ImpossibleHistory(this, event);
    }
    return new Sessions(moved(event.session(), event.idleBy()), grants, barred, next);
  }

  private Sessions authorised(ActionAuthorised event, Trail next) {
    if (!open.containsKey(event.session())) {
      throw new ImpossibleHistory(this, event);
    }
    return new Sessions(moved(event.session(), event.idleBy()), grants, barred, next);
  }

  private Sessions performed(ActionPerformed event, Trail next) {
    var moved =
        event.idleBy().isPresent() && event.session().isPresent()
            ? moved(event.session().get(), event.idleBy().get())
            : open;
    var used =
        counted(
            event.about(),
            event.findings(),
            usage -> usage.performed(event.deed(), event.findings(), event.granted()));
    return new Sessions(moved, used, barred, next);
  }

  private Sessions denied(ActionDenied event, Trail next) {
    var used =
        counted(event.about(), event.findings(), usage -> usage.prevented(event.deed().times()));
    return new Sessions(open, used, barred, next);
  }

  private Sessions ended(SessionEnded event, Trail next) {
    var less = new TreeMap<>(open);
    var session = less.remove(event.session());
    if (session == null) {
      throw new ImpossibleHistory(this, event);
    }
    var lasted = session.lasted(event.at());
    var used = counted(Optional.of(session.request()), Set.of(), usage -> usage.ended(lasted));
    return new Sessions(less, used, barred, next);
  }

  private Sessions changed(DevicePostureChanged event, Trail next) {
    var devices = new TreeSet<>(barred);
    var isNews =
        event.compliant()
            ? devices.remove(event.device())
            : barred.size() >= BARRED_MAX || devices.add(event.device());
    if (!isNews) {
      throw new ImpossibleHistory(this, event);
    }
    return new Sessions(open, grants, devices, next);
  }

  private Sessions summarised(UseSummarised event, Trail next) {
    var less = new TreeMap<>(grants);
    if (less.remove(event.request()) == null) {
      throw new ImpossibleHistory(this, event);
    }
    return new Sessions(open, less, barred, next);
  }

  /** Whatever moves in a session moves in the gateway session it goes through. */
  private SortedMap<SessionId, Session> moved(SessionId id, Instant until) {
    var after = new TreeMap<>(open);
    after.computeIfPresent(id, (same, session) -> session.movedUntil(until));
    Optional.ofNullable(open.get(id))
        .flatMap(Session::through)
        .ifPresent(
            gateway -> after.computeIfPresent(gateway, (same, one) -> one.movedUntil(until)));
    return after;
  }

  private SortedMap<RequestId, GrantUse> counted(
      Optional<RequestId> request, Set<Finding> findings, UnaryOperator<Usage> more) {
    if (request.isEmpty() || !Collections.disjoint(findings, NO_GRANT)) {
      return grants;
    }
    var use = useOf(request.get());
    return with(request.get(), use.with(more.apply(use.usage())));
  }

  private SortedMap<RequestId, GrantUse> with(RequestId request, GrantUse use) {
    if (!grants.containsKey(request) && grants.size() >= GRANTS_MAX) {
      return grants;
    }
    var after = new TreeMap<>(grants);
    after.put(request, use);
    return after;
  }
}
