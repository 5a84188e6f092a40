package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.decision.Decision.accept;

import dev.lockbox.domain.ApproverKeyCommand;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeIssuers;
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.tenant.Offer;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.domain.tenant.TenantDecider;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.variant.TenantRulebook;
import dev.lockbox.simulator.variant.Variant;
import java.util.List;
import java.util.Optional;

/** Defects of the rules about who acts for a tenant, and who changes that. */
final class TenantBugs {
  private TenantBugs() {}

  static List<Bug> all() {
    return List.of(
        deciding(
            "tenant-registered-twice",
            "a tenant that is there already can be registered again",
            (state, command, offer, at) ->
                TenantDecider.decide(Tenant.UNREGISTERED, command, offer, at)),
        deciding(
            "one-admin-is-two",
            "whoever proposed other rules may confirm them",
            (state, command, offer, at) ->
                TenantDecider.decide(Altered.proposedByAnother(state), command, offer, at)),
        deciding(
            "contradictions-saved",
            "rules of which one approves nothing are saved",
            TenantBugs::withoutLook),
        deciding(
            "old-approvers-stay",
            "replacing the approvers is accepted and keeps the old ones",
            (state, command, offer, at) ->
                command instanceof ReplaceApprovers replace && state.members().isPresent()
                    ? TenantDecider.decide(
                        state,
                        new ReplaceApprovers(
                            replace.tenant(), replace.by(), state.members().get().approvers()),
                        offer,
                        at)
                    : TenantDecider.decide(state, command, offer, at)),
        deciding(
            "removed-administrators-set-rules",
            "whoever administered at first sets rules when they no longer do",
            (state, command, offer, at) ->
                TenantDecider.decide(
                    command instanceof ReplaceMembers
                        ? state
                        : Altered.administeredAsAtFirst(state),
                    command,
                    offer,
                    at)),
        deciding(
            "old-administrators-stay",
            "replacing all members is accepted and keeps the administrators",
            (state, command, offer, at) ->
                command instanceof ReplaceMembers replace && state instanceof Registered now
                    ? TenantDecider.decide(state, keepingAdmins(replace, now), offer, at)
                    : TenantDecider.decide(state, command, offer, at)),
        deciding(
            "old-issuers-stay",
            "other issuers are accepted and the old ones go on speaking",
            (state, command, offer, at) ->
                command instanceof ChangeIssuers change && state instanceof Registered now
                    ? TenantDecider.decide(now, keepingIssuers(change, now), offer, at)
                    : TenantDecider.decide(state, command, offer, at)),
        deciding(
            "made-from-any-version",
            "a change of a tenant that was made from another version is taken",
            (state, command, offer, at) ->
                TenantDecider.decide(
                    madeFrom(command).map(read -> Altered.atVersion(state, read)).orElse(state),
                    command,
                    offer,
                    at)),
        deciding(
            "any-plan-will-do",
            "whatever plan a tenant has, it puts everything behind the lockbox",
            (state, command, offer, at) ->
                command instanceof RegisterTenant
                    ? TenantDecider.decide(state, command, offer, at)
                    : TenantDecider.decide(state, command, at)),
        deciding(
            "enrolled-at-once",
            "a tenant is behind the lockbox from the first, whatever its plan",
            (state, command, offer, at) ->
                command instanceof RegisterTenant
                    ? TenantDecider.decide(state, command, at)
                    : TenantDecider.decide(state, command, offer, at)));
  }

  private static Decision<TenantEvent> withoutLook(
      Tenant state, TenantCommand command, Offer offer, Moment at) {
    return command instanceof ChangeSettings change
            && TenantDecider.decide(state, command, offer, at) instanceof Refused<TenantEvent> no
            && no.refusal() == Refusal.CONTRADICTING_RULES
        ? accept(
            new SettingsChanged(
                change.tenant(),
                at.appended(),
                new Provenance(change.by(), change.content()),
                Optional.empty(),
                change.settings()))
        : TenantDecider.decide(state, command, offer, at);
  }

  private static Bug deciding(String name, String what, TenantRulebook rules) {
    return new Bug(name, what, Variant.decidingOnTenants(rules));
  }

  private static ReplaceMembers keepingAdmins(ReplaceMembers replace, Registered now) {
    return new ReplaceMembers(
        replace.tenant(),
        replace.by(),
        replace.approvers(),
        now.membership().admins(),
        replace.auditors(),
        replace.ifVersion());
  }

  private static ChangeIssuers keepingIssuers(ChangeIssuers change, Registered now) {
    return new ChangeIssuers(change.tenant(), change.by(), now.issuers(), change.ifVersion());
  }

  private static Optional<Long> madeFrom(TenantCommand command) {
    return switch (command) {
      case ReplaceMembers replace -> replace.ifVersion();
      case ChangePlan change -> change.ifVersion();
      case ChangeIssuers change -> change.ifVersion();
      case ChangeSettings change -> change.ifVersion();
      case RegisterTenant register -> Optional.empty();
      case ReplaceApprovers replace -> Optional.empty();
      case ConfirmSettings confirm -> Optional.empty();
      case ApproverKeyCommand keys -> Optional.empty();
    };
  }
}
