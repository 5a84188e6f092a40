package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.EventMapping.recorded;
import static dev.lockbox.events.codec.EventMapping.tenant;
import static dev.lockbox.events.codec.SharedMapping.fromPersonal;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.fromReason;
import static dev.lockbox.events.codec.SharedMapping.wire;
import static dev.lockbox.events.codec.StaffMapping.fromDescription;
import static dev.lockbox.events.codec.StaffMapping.fromRole;
import static dev.lockbox.events.codec.StaffMapping.wire;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.wire.event.EngineerDescribed;
import dev.lockbox.wire.event.MembershipApproved;
import dev.lockbox.wire.event.MembershipDenied;
import dev.lockbox.wire.event.MembershipEnded;
import dev.lockbox.wire.event.MembershipExpired;
import dev.lockbox.wire.event.MembershipRequestExpired;
import dev.lockbox.wire.event.MembershipRequested;
import dev.lockbox.wire.event.RoleDefined;
import dev.lockbox.wire.event.RoleWithdrawn;
import dev.lockbox.wire.shared.EventHead;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What happened to the provider's roles and their members; see {@link EventMapping}. */
final class RolesEventMapping {
  static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(
          RoleDefined.class,
          RoleWithdrawn.class,
          EngineerDescribed.class,
          MembershipRequested.class,
          MembershipApproved.class,
          MembershipDenied.class,
          MembershipEnded.class,
          MembershipRequestExpired.class,
          MembershipExpired.class);

  private RolesEventMapping() {}

  static SpecificRecord toWire(EventHead head, RolesEvent event) {
    return switch (event) {
      case RolesEvent.RoleDefined defined ->
          new RoleDefined(
              head, wire(defined.by()), defined.role().value(), wire(defined.definition()));
      case RolesEvent.RoleWithdrawn withdrawn ->
          new RoleWithdrawn(head, wire(withdrawn.by()), withdrawn.role().value());
      case RolesEvent.OfEngineer theirs -> toWire(head, theirs);
    };
  }

  private static SpecificRecord toWire(EventHead head, RolesEvent.OfEngineer event) {
    var engineer = event.engineer().value();
    return switch (event) {
      case RolesEvent.EngineerDescribed described ->
          new EngineerDescribed(
              head, wire(described.by()), engineer, wire(described.description()));
      case RolesEvent.MembershipRequested asked ->
          new MembershipRequested(
              head,
              wire(asked.by()),
              engineer,
              asked.role().value(),
              asked.manager().value(),
              wire(asked.justification()),
              asked.roleVersion(),
              asked.heldFor().toMillis(),
              asked.decideBy());
      case RolesEvent.MembershipApproved yes ->
          new MembershipApproved(
              head, wire(yes.by()), engineer, yes.role().value(), wire(yes.reason()), yes.until());
      case RolesEvent.MembershipDenied no ->
          new MembershipDenied(head, wire(no.by()), engineer, no.role().value(), wire(no.reason()));
      case RolesEvent.MembershipEnded ended ->
          new MembershipEnded(
              head, wire(ended.by()), engineer, ended.role().value(), wire(ended.reason()));
      case RolesEvent.MembershipRequestExpired expired ->
          new MembershipRequestExpired(head, engineer, expired.role().value());
      case RolesEvent.MembershipExpired expired ->
          new MembershipExpired(head, engineer, expired.role().value());
    };
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case RoleDefined defined -> {
        var head = defined.getHead();
        yield recorded(
            head,
            new RolesEvent.RoleDefined(
                tenant(head),
                head.getAt(),
                fromProvenance(defined.getBy()),
                new RoleId(defined.getRole()),
                fromRole(defined.getDefinition())));
      }
      case RoleWithdrawn withdrawn -> {
        var head = withdrawn.getHead();
        yield recorded(
            head,
            new RolesEvent.RoleWithdrawn(
                tenant(head),
                head.getAt(),
                fromProvenance(withdrawn.getBy()),
                new RoleId(withdrawn.getRole())));
      }
      case EngineerDescribed described -> {
        var head = described.getHead();
        yield recorded(
            head,
            new RolesEvent.EngineerDescribed(
                tenant(head),
                head.getAt(),
                fromProvenance(described.getBy()),
                new PersonId(described.getEngineer()),
                fromDescription(described.getDescription())));
      }
      case MembershipRequested asked -> {
        var head = asked.getHead();
        yield recorded(
            head,
            new RolesEvent.MembershipRequested(
                tenant(head),
                head.getAt(),
                fromProvenance(asked.getBy()),
                new PersonId(asked.getEngineer()),
                new RoleId(asked.getRole()),
                new PersonId(asked.getManager()),
                fromPersonal(asked.getJustification()),
                asked.getRoleVersion(),
                Duration.ofMillis(asked.getHeldForMillis()),
                asked.getDecideBy()));
      }
      case MembershipApproved yes -> {
        var head = yes.getHead();
        yield recorded(
            head,
            new RolesEvent.MembershipApproved(
                tenant(head),
                head.getAt(),
                fromProvenance(yes.getBy()),
                new PersonId(yes.getEngineer()),
                new RoleId(yes.getRole()),
                fromReason(yes.getReason()),
                yes.getUntil()));
      }
      case MembershipDenied no -> {
        var head = no.getHead();
        yield recorded(
            head,
            new RolesEvent.MembershipDenied(
                tenant(head),
                head.getAt(),
                fromProvenance(no.getBy()),
                new PersonId(no.getEngineer()),
                new RoleId(no.getRole()),
                fromReason(no.getReason())));
      }
      case MembershipEnded ended -> {
        var head = ended.getHead();
        yield recorded(
            head,
            new RolesEvent.MembershipEnded(
                tenant(head),
                head.getAt(),
                fromProvenance(ended.getBy()),
                new PersonId(ended.getEngineer()),
                new RoleId(ended.getRole()),
                fromReason(ended.getReason())));
      }
      case MembershipRequestExpired expired -> {
        var head = expired.getHead();
        yield recorded(
            head,
            new RolesEvent.MembershipRequestExpired(
                tenant(head),
                head.getAt(),
                new PersonId(expired.getEngineer()),
                new RoleId(expired.getRole())));
      }
      case MembershipExpired expired -> {
        var head = expired.getHead();
        yield recorded(
            head,
            new RolesEvent.MembershipExpired(
                tenant(head),
                head.getAt(),
                new PersonId(expired.getEngineer()),
                new RoleId(expired.getRole())));
      }
      default -> throw Unmapped.type(wire);
    };
  }
}
