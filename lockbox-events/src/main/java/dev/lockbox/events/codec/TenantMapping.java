package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.RulesMapping.fromSettings;
import static dev.lockbox.events.codec.RulesMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.fromIssuers;
import static dev.lockbox.events.codec.SharedMapping.fromTrail;
import static dev.lockbox.events.codec.SharedMapping.membership;
import static dev.lockbox.events.codec.SharedMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.wireIssuers;
import static dev.lockbox.events.codec.SharedMapping.wireMembers;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.tenant.Changes;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.events.message.TenantSnapshot;
import dev.lockbox.wire.state.Change;
import dev.lockbox.wire.state.Proposal;
import dev.lockbox.wire.state.TenantState;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tenant as the processor's store keeps it. */
final class TenantMapping {
  private TenantMapping() {}

  static TenantState toWire(TenantSnapshot snapshot) {
    var state = snapshot.state();
    var members = state.membership();
    return new TenantState(
        snapshot.tenant().value(),
        state.version(),
        members.plan(),
        wireMembers(members.approvers()),
        wireMembers(members.admins()),
        wireMembers(members.auditors()),
        wire(state.trail()),
        state.settings().with(Policy.DEFAULT).equals(Settings.DEFAULTS)
            ? null
            : wire(state.settings()),
        state.proposal().map(TenantMapping::wireProposal).orElse(null),
        state.changes().last().entrySet().stream()
            .map(
                one ->
                    new Change(
                        one.getKey().value(),
                        one.getValue(),
                        state.changes().waiting().get(one.getKey())))
            .toList(),
        PolicyMapping.wireIfAny(state.settings().policy()),
        SignatureMapping.wire(state.keys()),
        wireIssuers(state.issuers()));
  }

  static TenantSnapshot toDomain(TenantState wire) {
    var members =
        membership(wire.getPlan(), wire.getApprovers(), wire.getAdmins(), wire.getAuditors());
    return new TenantSnapshot(
        new TenantId(wire.getTenant()),
        new Tenant.Registered(
            members,
            settings(wire.getSettings()).with(PolicyMapping.fromAny(wire.getPolicy())),
            Optional.ofNullable(wire.getProposal()).map(TenantMapping::fromProposal),
            fromChanges(wire.getChanges()),
            SignatureMapping.fromHeld(wire.getKeys()),
            fromIssuers(wire.getIssuers()),
            fromTrail(wire.getVersion(), wire.getAccepted())));
  }

  private static Settings settings(dev.lockbox.wire.shared.@Nullable Settings wire) {
    return wire == null ? Settings.DEFAULTS : fromSettings(wire);
  }

  private static Proposal wireProposal(dev.lockbox.domain.tenant.Proposal proposal) {
    return new Proposal(
        proposal.version(),
        proposal.by().value(),
        wire(proposal.settings()),
        PolicyMapping.wireIfAny(proposal.settings().policy()));
  }

  private static dev.lockbox.domain.tenant.Proposal fromProposal(Proposal wire) {
    return new dev.lockbox.domain.tenant.Proposal(
        wire.getVersion(),
        new PersonId(wire.getBy()),
        fromSettings(wire.getSettings()).with(PolicyMapping.fromAny(wire.getPolicy())));
  }

  private static Changes fromChanges(List<Change> wire) {
    var last = new LinkedHashMap<PersonId, Instant>();
    var waiting = new HashMap<PersonId, Instant>();
    for (var one : wire) {
      var by = new PersonId(one.getBy());
      last.put(by, one.getAt());
      if (one.getWaitsUntil() != null) {
        waiting.put(by, one.getWaitsUntil());
      }
    }
    return new Changes(last, waiting);
  }
}
