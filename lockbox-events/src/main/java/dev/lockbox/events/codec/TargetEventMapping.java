package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.EventMapping.recorded;
import static dev.lockbox.events.codec.EventMapping.request;
import static dev.lockbox.events.codec.SessionEventMapping.engineer;
import static dev.lockbox.events.codec.SessionEventMapping.maybe;
import static dev.lockbox.events.codec.SessionParts.fromFindings;
import static dev.lockbox.events.codec.SessionParts.wireFindings;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.wire.event.AccessNotProvisioned;
import dev.lockbox.wire.event.AccessProvisioned;
import dev.lockbox.wire.event.UngrantedAccessDetected;
import dev.lockbox.wire.shared.EventHead;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** How it stands with access at targets; see {@link EventMapping}. */
final class TargetEventMapping {
  static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(AccessProvisioned.class, AccessNotProvisioned.class, UngrantedAccessDetected.class);

  private TargetEventMapping() {}

  static SpecificRecord toWire(EventHead head, TargetEvent event) {
    var engineer = event.engineer().person().value();
    return switch (event) {
      case TargetEvent.AccessProvisioned there ->
          new AccessProvisioned(head, engineer, wire(there.by()), there.request().value());
      case TargetEvent.AccessNotProvisioned missing ->
          new AccessNotProvisioned(head, engineer, wire(missing.by()), missing.request().value());
      case TargetEvent.UngrantedAccessDetected found ->
          new UngrantedAccessDetected(
              head,
              engineer,
              wire(found.by()),
              found.about().map(RequestId::value).orElse(null),
              found.action().value(),
              found.resource().value(),
              wireFindings(found.findings()));
    };
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case AccessProvisioned there -> {
        var head = there.getHead();
        yield recorded(
            head,
            new TargetEvent.AccessProvisioned(
                engineer(head, there.getEngineer()),
                head.getAt(),
                fromProvenance(there.getBy()),
                request(head, there.getRequestId())));
      }
      case AccessNotProvisioned missing -> {
        var head = missing.getHead();
        yield recorded(
            head,
            new TargetEvent.AccessNotProvisioned(
                engineer(head, missing.getEngineer()),
                head.getAt(),
                fromProvenance(missing.getBy()),
                request(head, missing.getRequestId())));
      }
      case UngrantedAccessDetected found -> {
        var head = found.getHead();
        yield recorded(
            head,
            new TargetEvent.UngrantedAccessDetected(
                engineer(head, found.getEngineer()),
                head.getAt(),
                fromProvenance(found.getBy()),
                maybe(head, found.getRequestId()),
                new ActionName(found.getAction()),
                new ResourceName(found.getResource()),
                fromFindings(found.getFindings())));
      }
      default -> throw Unmapped.type(wire);
    };
  }
}
