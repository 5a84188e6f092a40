package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nobody is in a session without a grant of theirs that is not over, nor on a device that was found
 * wanting, nor in two sessions of gateways; no session may outlive its grant or 24 hours; and
 * whoever is in is told to be out before it is told that the grant is over, and in the end.
 */
final class NobodyInWithoutAGrant implements Invariant {
  private static final Duration LONGEST = Duration.ofHours(24);

  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    if (evidence.recorded().noneMatch(one -> one.event() instanceof SessionStarted)) {
      return Optional.empty();
    }
    return evidence.tenants().stream()
        .flatMap(
            tenant -> new Walk().brokenBy(evidence.historyOf(tenant), evidence.isAtRest()).stream())
        .findFirst();
  }

  /** Along one tenant's history. */
  private static final class Walk {
    private final Map<RequestId, PersonId> engineers = new HashMap<>();
    private final Map<RequestId, Instant> granted = new HashMap<>();
    private final Map<RequestId, Instant> scheduled = new HashMap<>();
    private final Map<Room, SessionStarted> open = new HashMap<>();
    private final Map<Machine, Boolean> compliant = new HashMap<>();

    private record Room(EngineerId engineer, SessionId session) {}

    private record Machine(EngineerId engineer, DeviceId device) {}

    Optional<String> brokenBy(List<Recorded> history, boolean isAtRest) {
      for (var recorded : history) {
        var broken = met(recorded.event());
        if (broken.isPresent()) {
          return broken;
        }
      }
      return isAtRest && !open.isEmpty()
          ? Optional.of("somebody is in for ever")
          : Optional.empty();
    }

    private Optional<String> met(Event event) {
      switch (event) {
        case SessionStarted began -> {
          var why = objection(began);
          open.put(new Room(began.engineer(), began.session()), began);
          return why.map(told -> began.engineer() + " is in " + told);
        }
        case SessionEnded ended -> open.remove(new Room(ended.engineer(), ended.session()));
        case DevicePostureChanged found ->
            compliant.put(new Machine(found.engineer(), found.device()), found.compliant());
        case RequestOpened opened -> asked(opened.request(), opened.asked());
        case RequestApproved yes -> granted.put(yes.request(), yes.accessUntil());
        case GrantedWithoutCustomer yes -> {
          asked(yes.request(), yes.asked());
          granted.put(yes.request(), yes.accessUntil());
        }
        case GrantedByRule yes -> {
          asked(yes.request(), yes.asked());
          granted.put(yes.request(), yes.accessUntil());
        }
        case AccessScheduled later -> {
          granted.remove(later.request());
          scheduled.put(later.request(), later.accessUntil());
        }
        case AccessStarted began -> granted.computeIfAbsent(began.request(), scheduled::get);
        default -> {
          return ended(event);
        }
      }
      return Optional.empty();
    }

    private void asked(RequestId request, Asked asked) {
      engineers.put(request, asked.engineer());
    }

    /** Of what is spoilt nobody knows whose it was. */
    private Optional<String> ended(Event event) {
      if (!Ends.isEnd(event)) {
        return Optional.empty();
      }
      var request = event.about().orElseThrow();
      granted.remove(request);
      return event instanceof RequestFaulted
          ? Optional.empty()
          : open.values().stream()
              .filter(began -> began.request().equals(request))
              .findFirst()
              .map(began -> "%s is in while %s is over".formatted(began.engineer(), request));
    }

    private Optional<String> objection(SessionStarted began) {
      var until = granted.get(began.request());
      if (until == null || !began.at().isBefore(until)) {
        return Optional.of("without a grant");
      }
      if (!began.engineer().person().equals(engineers.get(began.request()))) {
        return Optional.of("by a grant of somebody else's");
      }
      if (began.endBy().isAfter(until) || began.endBy().isAfter(began.at().plus(LONGEST))) {
        return Optional.of("for longer than the grant, or a day");
      }
      var device = began.connection().device().map(Device::id);
      if (device.filter(this::isWanting).isPresent()) {
        return Optional.of("on a device that was found wanting");
      }
      return isTwiceAtGateways(began)
          ? Optional.of("in two sessions of gateways")
          : Optional.empty();
    }

    /** Whoever it was found wanting with. */
    private boolean isWanting(DeviceId device) {
      return compliant.entrySet().stream()
          .anyMatch(one -> one.getKey().device().equals(device) && !one.getValue());
    }

    private boolean isTwiceAtGateways(SessionStarted began) {
      return began.target().isEmpty()
          && open.values().stream()
              .anyMatch(
                  other -> other.engineer().equals(began.engineer()) && other.target().isEmpty());
    }
  }
}
