package dev.lockbox.simulator.oracle;

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
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where an engineer is in at one customer, and what they made of its grants. */
final class Visits {
  /** What is found like this was done under no grant of theirs. */
  private static final Set<Finding> UNDER_NONE =
      EnumSet.of(Finding.NO_REQUEST, Finding.NOT_GRANTED, Finding.OTHER_ENGINEER);

  private final Map<SessionId, Visit> open = new TreeMap<>();
  private final Map<RequestId, Use> uses = new TreeMap<>();
  private final Set<DeviceId> barred = new TreeSet<>();

  /** As they would be after all of this. */
  Visits after(List<? extends SessionEvent> events) {
    var copy = new Visits();
    copy.open.putAll(open);
    uses.forEach((request, use) -> copy.uses.put(request, use.copy()));
    copy.barred.addAll(barred);
    events.forEach(copy::take);
    return copy;
  }

  void take(SessionEvent event) {
    switch (event) {
      case SessionStarted began -> {
        open.put(began.session(), Visit.of(began));
        use(began.request()).began(began.session());
      }
      case SessionActive active -> move(active.session(), active.idleBy());
      case ActionAuthorised authorised -> move(authorised.session(), authorised.idleBy());
      case ActionPerformed done -> {
        done.idleBy().ifPresent(until -> move(done.session().orElseThrow(), until));
        done.about()
            .filter(request -> isUnderAGrant(done.findings()))
            .ifPresent(request -> use(request).performed(done));
      }
      case ActionDenied kept ->
          kept.about()
              .filter(request -> isUnderAGrant(kept.findings()))
              .ifPresent(request -> use(request).prevented(kept.deed().times()));
      case SessionEnded ended -> {
        var visit = Objects.requireNonNull(open.remove(ended.session()), "it was open");
        use(ended.request()).ended(visit.lasted(ended.at()));
      }
      case DevicePostureChanged changed -> {
        if (changed.compliant()) {
          barred.remove(changed.device());
        } else {
          barred.add(changed.device());
        }
      }
      case UseSummarised summarised -> uses.remove(summarised.request());
      case TargetEvent found -> {}
    }
  }

  private Use use(RequestId request) {
    return uses.computeIfAbsent(request, none -> new Use());
  }

  private static boolean isUnderAGrant(Set<Finding> findings) {
    return findings.stream().noneMatch(UNDER_NONE::contains);
  }

  /** And where they went through. */
  private void move(SessionId session, Instant until) {
    var visit = Objects.requireNonNull(open.get(session), "it was open");
    open.put(session, visit.movedUntil(until));
    visit
        .began()
        .through()
        .ifPresent(gateway -> open.computeIfPresent(gateway, (id, one) -> one.movedUntil(until)));
  }

  /** In the order of their ids. */
  Collection<Visit> open() {
    return new ArrayList<>(open.values());
  }

  Optional<Visit> open(SessionId session) {
    return Optional.ofNullable(open.get(session));
  }

  boolean isBarred(DeviceId device) {
    return barred.contains(device);
  }

  /** Empty where nothing was done under it, or it is over. */
  Optional<Use> of(RequestId request) {
    return Optional.ofNullable(uses.get(request));
  }
}
