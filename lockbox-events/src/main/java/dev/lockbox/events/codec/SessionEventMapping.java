package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.EventMapping.recorded;
import static dev.lockbox.events.codec.EventMapping.request;
import static dev.lockbox.events.codec.EventMapping.tenant;
import static dev.lockbox.events.codec.SessionParts.fromConnection;
import static dev.lockbox.events.codec.SessionParts.fromDeed;
import static dev.lockbox.events.codec.SessionParts.fromFindings;
import static dev.lockbox.events.codec.SessionParts.fromUsage;
import static dev.lockbox.events.codec.SessionParts.resource;
import static dev.lockbox.events.codec.SessionParts.session;
import static dev.lockbox.events.codec.SessionParts.text;
import static dev.lockbox.events.codec.SessionParts.texts;
import static dev.lockbox.events.codec.SessionParts.wireConnection;
import static dev.lockbox.events.codec.SessionParts.wireDeed;
import static dev.lockbox.events.codec.SessionParts.wireFindings;
import static dev.lockbox.events.codec.SessionParts.wireUsage;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.wire.event.ActionAuthorised;
import dev.lockbox.wire.event.ActionDenied;
import dev.lockbox.wire.event.ActionPerformed;
import dev.lockbox.wire.event.DevicePostureChanged;
import dev.lockbox.wire.event.SessionActive;
import dev.lockbox.wire.event.SessionEnded;
import dev.lockbox.wire.event.SessionStarted;
import dev.lockbox.wire.event.UseSummarised;
import dev.lockbox.wire.shared.EventHead;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What happened in sessions; see {@link EventMapping}. */
final class SessionEventMapping {
  static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(
          SessionStarted.class,
          SessionActive.class,
          ActionAuthorised.class,
          ActionPerformed.class,
          ActionDenied.class,
          SessionEnded.class,
          DevicePostureChanged.class,
          UseSummarised.class);

  private SessionEventMapping() {}

  static SpecificRecord toWire(EventHead head, SessionEvent event) {
    var engineer = event.engineer().person().value();
    return switch (event) {
      case SessionEvent.SessionStarted started ->
          new SessionStarted(
              head,
              engineer,
              wire(started.by()),
              started.session().value(),
              started.request().value(),
              text(started.target()),
              text(started.through()),
              wireConnection(started.connection()),
              started.actions().stream().map(ActionName::value).toList(),
              started.idleAfter().toMillis(),
              started.accessUntil(),
              started.endBy());
      case SessionEvent.SessionActive active ->
          new SessionActive(
              head,
              engineer,
              wire(active.by()),
              active.session().value(),
              active.request().value(),
              active.idleBy());
      case SessionEvent.ActionAuthorised authorised ->
          new ActionAuthorised(
              head,
              engineer,
              wire(authorised.by()),
              authorised.request().value(),
              authorised.session().value(),
              wireDeed(authorised.deed()),
              authorised.granted().value(),
              authorised.idleBy(),
              texts(authorised.rules()));
      case SessionEvent.ActionPerformed performed ->
          new ActionPerformed(
              head,
              engineer,
              wire(performed.by()),
              performed.about().map(RequestId::value).orElse(null),
              text(performed.session()),
              wireDeed(performed.deed()),
              wireFindings(performed.findings()),
              text(performed.granted()),
              performed.idleBy().orElse(null),
              texts(performed.rules()));
      case SessionEvent.ActionDenied denied ->
          new ActionDenied(
              head,
              engineer,
              wire(denied.by()),
              denied.about().map(RequestId::value).orElse(null),
              text(denied.session()),
              wireDeed(denied.deed()),
              wireFindings(denied.findings()),
              texts(denied.rules()));
      case SessionEvent.SessionEnded ended ->
          new SessionEnded(
              head,
              engineer,
              ended.attempted().map(SharedMapping::wire).orElse(null),
              ended.session().value(),
              ended.request().value(),
              dev.lockbox.wire.shared.SessionEnd.valueOf(ended.cause().name()));
      case SessionEvent.DevicePostureChanged changed ->
          new DevicePostureChanged(
              head, engineer, wire(changed.by()), changed.device().value(), changed.compliant());
      case TargetEvent found -> TargetEventMapping.toWire(head, found);
      case SessionEvent.UseSummarised summarised ->
          new UseSummarised(
              head,
              engineer,
              summarised.request().value(),
              wireUsage(summarised.usage()),
              summarised.unusedActions().stream().map(ActionName::value).toList(),
              summarised.unusedResources().stream().map(ResourceName::value).toList());
    };
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case SessionStarted started -> {
        var head = started.getHead();
        yield recorded(
            head,
            new SessionEvent.SessionStarted(
                engineer(head, started.getEngineer()),
                head.getAt(),
                fromProvenance(started.getBy()),
                new SessionId(started.getSessionId()),
                request(head, started.getRequestId()),
                resource(started.getTarget()),
                session(started.getThrough()),
                fromConnection(started.getConnection()),
                started.getActions().stream().map(ActionName::new).toList(),
                Duration.ofMillis(started.getIdleAfterMillis()),
                started.getAccessUntil(),
                started.getEndBy()));
      }
      case SessionActive active -> {
        var head = active.getHead();
        yield recorded(
            head,
            new SessionEvent.SessionActive(
                engineer(head, active.getEngineer()),
                head.getAt(),
                fromProvenance(active.getBy()),
                new SessionId(active.getSessionId()),
                request(head, active.getRequestId()),
                active.getIdleBy()));
      }
      case ActionAuthorised authorised -> {
        var head = authorised.getHead();
        yield recorded(
            head,
            new SessionEvent.ActionAuthorised(
                engineer(head, authorised.getEngineer()),
                head.getAt(),
                fromProvenance(authorised.getBy()),
                request(head, authorised.getRequestId()),
                new SessionId(authorised.getSessionId()),
                fromDeed(authorised.getDeed()),
                new ResourceName(authorised.getGranted()),
                codes(authorised.getRules()),
                authorised.getIdleBy()));
      }
      case ActionPerformed performed -> {
        var head = performed.getHead();
        yield recorded(
            head,
            new SessionEvent.ActionPerformed(
                engineer(head, performed.getEngineer()),
                head.getAt(),
                fromProvenance(performed.getBy()),
                maybe(head, performed.getRequestId()),
                session(performed.getSessionId()),
                fromDeed(performed.getDeed()),
                fromFindings(performed.getFindings()),
                resource(performed.getGranted()),
                codes(performed.getRules()),
                Optional.ofNullable(performed.getIdleBy())));
      }
      case ActionDenied denied -> {
        var head = denied.getHead();
        yield recorded(
            head,
            new SessionEvent.ActionDenied(
                engineer(head, denied.getEngineer()),
                head.getAt(),
                fromProvenance(denied.getBy()),
                maybe(head, denied.getRequestId()),
                session(denied.getSessionId()),
                fromDeed(denied.getDeed()),
                fromFindings(denied.getFindings()),
                codes(denied.getRules())));
      }
      case SessionEnded ended -> {
        var head = ended.getHead();
        yield recorded(
            head,
            new SessionEvent.SessionEnded(
                engineer(head, ended.getEngineer()),
                head.getAt(),
                Optional.ofNullable(ended.getBy()).map(SharedMapping::fromProvenance),
                new SessionId(ended.getSessionId()),
                request(head, ended.getRequestId()),
                SessionEnd.valueOf(ended.getCause().name())));
      }
      case DevicePostureChanged changed -> {
        var head = changed.getHead();
        yield recorded(
            head,
            new SessionEvent.DevicePostureChanged(
                engineer(head, changed.getEngineer()),
                head.getAt(),
                fromProvenance(changed.getBy()),
                new DeviceId(changed.getDeviceId()),
                changed.getCompliant()));
      }
      case UseSummarised summarised -> {
        var head = summarised.getHead();
        yield recorded(
            head,
            new SessionEvent.UseSummarised(
                engineer(head, summarised.getEngineer()),
                head.getAt(),
                request(head, summarised.getRequestId()),
                fromUsage(summarised.getUsage()),
                summarised.getUnusedActions().stream().map(ActionName::new).toList(),
                summarised.getUnusedResources().stream().map(ResourceName::new).toList()));
      }
      default -> throw Unmapped.type(wire);
    };
  }

  static EngineerId engineer(EventHead head, String person) {
    return new EngineerId(tenant(head), new PersonId(person));
  }

  private static List<Code> codes(List<String> wire) {
    return wire.stream().map(Code::new).toList();
  }

  static Optional<RequestId> maybe(EventHead head, @Nullable String id) {
    return Optional.ofNullable(id).map(given -> request(head, given));
  }
}
