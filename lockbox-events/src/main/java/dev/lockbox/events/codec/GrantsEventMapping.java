package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.EventMapping.recorded;
import static dev.lockbox.events.codec.EventMapping.tenant;
import static dev.lockbox.events.codec.PolicyMapping.wire;
import static dev.lockbox.events.codec.RulesMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.fromPersonal;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.wire.event.GrantsFrozen;
import dev.lockbox.wire.event.GrantsReleased;
import dev.lockbox.wire.shared.EventHead;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What happened to a tenant's grants as a whole; see {@link EventMapping}. */
final class GrantsEventMapping {
  static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(GrantsFrozen.class, GrantsReleased.class);

  private GrantsEventMapping() {}

  static SpecificRecord toWire(EventHead head, GrantsEvent event) {
    var quarantine = event.quarantine().value();
    return switch (event) {
      case GrantsEvent.GrantsFrozen frozen ->
          new GrantsFrozen(
              head,
              frozen.attempted().map(SharedMapping::wire).orElse(null),
              quarantine,
              frozen.cause());
      case GrantsEvent.GrantsReleased released ->
          new GrantsReleased(head, wire(released.by()), quarantine, wire(released.reason()));
    };
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case GrantsFrozen frozen -> {
        var head = frozen.getHead();
        yield recorded(
            head,
            new GrantsEvent.GrantsFrozen(
                tenant(head),
                head.getAt(),
                Optional.ofNullable(frozen.getBy()).map(SharedMapping::fromProvenance),
                new QuarantineId(frozen.getQuarantineId()),
                frozen.getCause()));
      }
      case GrantsReleased released -> {
        var head = released.getHead();
        yield recorded(
            head,
            new GrantsEvent.GrantsReleased(
                tenant(head),
                head.getAt(),
                fromProvenance(released.getBy()),
                new QuarantineId(released.getQuarantineId()),
                fromPersonal(released.getReason())));
      }
      default -> throw Unmapped.type(wire);
    };
  }
}
