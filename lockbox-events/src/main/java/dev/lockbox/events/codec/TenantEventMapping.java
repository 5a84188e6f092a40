package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.EventMapping.recorded;
import static dev.lockbox.events.codec.EventMapping.tenant;
import static dev.lockbox.events.codec.PolicyMapping.fromPolicy;
import static dev.lockbox.events.codec.PolicyMapping.isNeeded;
import static dev.lockbox.events.codec.PolicyMapping.wire;
import static dev.lockbox.events.codec.RulesMapping.fromSettings;
import static dev.lockbox.events.codec.RulesMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.fromIssuers;
import static dev.lockbox.events.codec.SharedMapping.fromMembers;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.membership;
import static dev.lockbox.events.codec.SharedMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.wireIssuers;
import static dev.lockbox.events.codec.SharedMapping.wireMembers;

import dev.lockbox.domain.ApproverKeyEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.wire.event.ApproversReplaced;
import dev.lockbox.wire.event.IssuersChanged;
import dev.lockbox.wire.event.MembersReplaced;
import dev.lockbox.wire.event.PlanChanged;
import dev.lockbox.wire.event.RulesChanged;
import dev.lockbox.wire.event.RulesProposed;
import dev.lockbox.wire.event.SettingsChanged;
import dev.lockbox.wire.event.SettingsProposed;
import dev.lockbox.wire.event.TenantRegistered;
import dev.lockbox.wire.shared.EventHead;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What happened to a tenant; see {@link EventMapping}. */
final class TenantEventMapping {
  static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(
          TenantRegistered.class,
          ApproversReplaced.class,
          MembersReplaced.class,
          PlanChanged.class,
          IssuersChanged.class,
          SettingsProposed.class,
          SettingsChanged.class,
          RulesProposed.class,
          RulesChanged.class);

  private TenantEventMapping() {}

  static SpecificRecord toWire(EventHead head, TenantEvent event) {
    return switch (event) {
      case TenantEvent.TenantRegistered registered -> {
        var members = registered.membership();
        yield new TenantRegistered(
            head,
            wire(registered.by()),
            members.plan(),
            wireMembers(members.approvers()),
            wireMembers(members.admins()),
            wireMembers(members.auditors()));
      }
      case TenantEvent.ApproversReplaced replaced ->
          new ApproversReplaced(head, wire(replaced.by()), wireMembers(replaced.approvers()));
      case TenantEvent.MembersReplaced replaced ->
          new MembersReplaced(
              head,
              wire(replaced.by()),
              wireMembers(replaced.approvers()),
              wireMembers(replaced.admins()),
              wireMembers(replaced.auditors()));
      case TenantEvent.PlanChanged changed ->
          new PlanChanged(head, wire(changed.by()), changed.plan());
      case TenantEvent.IssuersChanged changed ->
          new IssuersChanged(head, wire(changed.by()), wireIssuers(changed.issuers()));
      case TenantEvent.SettingsProposed proposed when isNeeded(proposed.settings()) ->
          new RulesProposed(
              head,
              wire(proposed.by()),
              wire(proposed.settings()),
              wire(proposed.settings().policy()));
      case TenantEvent.SettingsProposed proposed ->
          new SettingsProposed(head, wire(proposed.by()), wire(proposed.settings()));
      case TenantEvent.SettingsChanged changed when isNeeded(changed.settings()) ->
          new RulesChanged(
              head,
              wire(changed.by()),
              changed.proposedBy().map(PersonId::value).orElse(null),
              wire(changed.settings()),
              wire(changed.settings().policy()));
      case TenantEvent.SettingsChanged changed ->
          new SettingsChanged(
              head,
              wire(changed.by()),
              changed.proposedBy().map(PersonId::value).orElse(null),
              wire(changed.settings()));
      case ApproverKeyEvent keys -> KeyMapping.toWire(head, keys);
    };
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case TenantRegistered registered -> {
        var head = registered.getHead();
        var members =
            membership(
                registered.getPlan(),
                registered.getApprovers(),
                registered.getAdmins(),
                registered.getAuditors());
        yield recorded(
            head,
            new TenantEvent.TenantRegistered(
                tenant(head), head.getAt(), fromProvenance(registered.getBy()), members));
      }
      case ApproversReplaced replaced -> {
        var head = replaced.getHead();
        yield recorded(
            head,
            new TenantEvent.ApproversReplaced(
                tenant(head),
                head.getAt(),
                fromProvenance(replaced.getBy()),
                fromMembers(replaced.getApprovers())));
      }
      case MembersReplaced replaced -> {
        var head = replaced.getHead();
        yield recorded(
            head,
            new TenantEvent.MembersReplaced(
                tenant(head),
                head.getAt(),
                fromProvenance(replaced.getBy()),
                fromMembers(replaced.getApprovers()),
                fromMembers(replaced.getAdmins()),
                fromMembers(replaced.getAuditors())));
      }
      case PlanChanged changed -> {
        var head = changed.getHead();
        yield recorded(
            head,
            new TenantEvent.PlanChanged(
                tenant(head), head.getAt(), fromProvenance(changed.getBy()), changed.getPlan()));
      }
      case IssuersChanged changed -> {
        var head = changed.getHead();
        yield recorded(
            head,
            new TenantEvent.IssuersChanged(
                tenant(head),
                head.getAt(),
                fromProvenance(changed.getBy()),
                fromIssuers(changed.getIssuers())));
      }
      case SettingsProposed proposed -> {
        var head = proposed.getHead();
        yield recorded(
            head,
            new TenantEvent.SettingsProposed(
                tenant(head),
                head.getAt(),
                fromProvenance(proposed.getBy()),
                fromSettings(proposed.getSettings())));
      }
      case SettingsChanged changed -> {
        var head = changed.getHead();
        yield recorded(
            head,
            new TenantEvent.SettingsChanged(
                tenant(head),
                head.getAt(),
                fromProvenance(changed.getBy()),
                Optional.ofNullable(changed.getProposedBy()).map(PersonId::new),
                fromSettings(changed.getSettings())));
      }
      case RulesProposed proposed -> {
        var head = proposed.getHead();
        yield recorded(
            head,
            new TenantEvent.SettingsProposed(
                tenant(head),
                head.getAt(),
                fromProvenance(proposed.getBy()),
                fromSettings(proposed.getSettings()).with(fromPolicy(proposed.getPolicy()))));
      }
      case RulesChanged changed -> {
        var head = changed.getHead();
        yield recorded(
            head,
            new TenantEvent.SettingsChanged(
                tenant(head),
                head.getAt(),
                fromProvenance(changed.getBy()),
                Optional.ofNullable(changed.getProposedBy()).map(PersonId::new),
                fromSettings(changed.getSettings()).with(fromPolicy(changed.getPolicy()))));
      }
      default -> throw Unmapped.type(wire);
    };
  }
}
