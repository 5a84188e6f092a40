package dev.lockbox.domain.tenant;

import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.decision.Refusal.NOTHING_TO_CHANGE;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static dev.lockbox.domain.decision.Refusal.STALE_VERSION;
import static dev.lockbox.domain.decision.Refusal.TENANT_EXISTS;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;

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
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.IssuersChanged;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.PlanChanged;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.domain.tenant.Tenant.Unregistered;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/** Says yes or no to a command about a tenant itself. */
public final class TenantDecider {
  private TenantDecider() {}

  /** Where the lockbox is offered to everybody. */
  public static Decision<TenantEvent> decide(Tenant state, TenantCommand command, Moment at) {
    return decide(state, command, Offer.TO_EVERYBODY, at);
  }

  /**
   * @param at what the command's place on the log is like, whether grants are frozen included
   */
  public static Decision<TenantEvent> decide(
      Tenant state, TenantCommand command, Offer offer, Moment at) {
    return state
        .trail()
        .<TenantEvent>answerTo(command.by(), command::content)
        .orElseGet(
            () ->
                switch (command) {
                  case RegisterTenant register -> register(state, register, offer, at.appended());
                  case ReplaceApprovers replace -> replaceApprovers(state, replace, at.appended());
                  case ReplaceMembers replace -> replaceMembers(state, replace, at.appended());
                  case ChangePlan change -> changePlan(state, change, at.appended());
                  case ChangeIssuers change -> changeIssuers(state, change, at.appended());
                  case ChangeSettings change ->
                      RuleChanges.change(state, change, offer, at.appended());
                  case ConfirmSettings confirm ->
                      RuleChanges.confirm(state, confirm, offer, at.appended());
                  case ApproverKeyCommand keys -> changeKeys(state, keys, at);
                });
  }

  /** What a tenant has from the first stands in its history, whatever is offered later. */
  private static Decision<TenantEvent> register(
      Tenant state, RegisterTenant register, Offer offer, Instant at) {
    return switch (state) {
      case Registered registered ->
          refuse(TENANT_EXISTS, "tenant %s is registered already".formatted(register.tenant()));
      case Unregistered none when register.membership().approvers().isEmpty() ->
          noApprovers(register.tenant());
      case Unregistered none -> {
        var events = new ArrayList<TenantEvent>();
        events.add(
            new TenantRegistered(register.tenant(), at, by(register), register.membership()));
        if (!register.issuers().isEmpty()) {
          events.add(new IssuersChanged(register.tenant(), at, by(register), register.issuers()));
        }
        offer
            .settingsAtFirst(register.membership().plan())
            .map(
                first ->
                    new SettingsChanged(
                        register.tenant(), at, by(register), Optional.empty(), first))
            .ifPresent(events::add);
        yield new Decision.Accepted<>(events);
      }
    };
  }

  private static Decision<TenantEvent> replaceApprovers(
      Tenant state, ReplaceApprovers replace, Instant at) {
    Set<Member> approvers = replace.approvers();
    return switch (state) {
      case Unregistered none -> notRegistered(replace.tenant());
      case Registered registered when approvers.isEmpty() -> noApprovers(replace.tenant());
      case Registered registered ->
          accept(new ApproversReplaced(replace.tenant(), at, by(replace), approvers));
    };
  }

  private static Decision<TenantEvent> replaceMembers(
      Tenant state, ReplaceMembers replace, Instant at) {
    return switch (state) {
      case Unregistered none -> notRegistered(replace.tenant());
      case Registered registered when replace.approvers().isEmpty() ->
          noApprovers(replace.tenant());
      case Registered registered when isNamedAlready(replace, registered) ->
          nothingToChange(replace, registered);
      case Registered registered when isOfAnother(replace.ifVersion(), registered) ->
          staleVersion(replace, replace.ifVersion(), registered);
      case Registered registered ->
          accept(
              new MembersReplaced(
                  replace.tenant(),
                  at,
                  by(replace),
                  replace.approvers(),
                  replace.admins(),
                  replace.auditors()));
    };
  }

  private static boolean isNamedAlready(ReplaceMembers replace, Registered registered) {
    var now = registered.membership();
    return now.withMembers(replace.approvers(), replace.admins(), replace.auditors()).equals(now);
  }

  private static Decision<TenantEvent> changePlan(Tenant state, ChangePlan change, Instant at) {
    return switch (state) {
      case Unregistered none -> notRegistered(change.tenant());
      case Registered registered when change.plan().equals(registered.membership().plan()) ->
          nothingToChange(change, registered);
      case Registered registered when isOfAnother(change.ifVersion(), registered) ->
          staleVersion(change, change.ifVersion(), registered);
      case Registered registered ->
          accept(new PlanChanged(change.tenant(), at, by(change), change.plan()));
    };
  }

  private static Decision<TenantEvent> changeIssuers(
      Tenant state, ChangeIssuers change, Instant at) {
    return switch (state) {
      case Unregistered none -> notRegistered(change.tenant());
      case Registered registered when change.issuers().equals(registered.issuers()) ->
          nothingToChange(change, registered);
      case Registered registered when isOfAnother(change.ifVersion(), registered) ->
          staleVersion(change, change.ifVersion(), registered);
      case Registered registered ->
          accept(new IssuersChanged(change.tenant(), at, by(change), change.issuers()));
    };
  }

  private static Decision<TenantEvent> changeKeys(
      Tenant state, ApproverKeyCommand command, Moment at) {
    return switch (state) {
      case Unregistered none -> notRegistered(command.tenant());
      case Registered registered -> new KeyChanges(registered, at).decide(command);
    };
  }

  /** Whether a change was made from another version than the one that stands. */
  static boolean isOfAnother(Optional<Long> ifVersion, Registered registered) {
    return ifVersion.filter(read -> read != registered.version()).isPresent();
  }

  static Decision<TenantEvent> staleVersion(
      TenantCommand command, Optional<Long> ifVersion, Registered registered) {
    return refuse(
        STALE_VERSION,
        "tenant %s stands at version %s, this was made from version %s"
            .formatted(command.tenant(), registered.version(), ifVersion.orElseThrow()));
  }

  /** What it would lead to stands already, so whoever asks is told so, and the version stays. */
  static Decision<TenantEvent> nothingToChange(TenantCommand command, Registered registered) {
    return refuse(
        NOTHING_TO_CHANGE,
        "tenant %s stands so already, at version %s"
            .formatted(command.tenant(), registered.version()));
  }

  static Decision<TenantEvent> notRegistered(TenantId tenant) {
    return refuse(UNKNOWN_TENANT, "tenant %s is not registered".formatted(tenant));
  }

  private static Decision<TenantEvent> noApprovers(TenantId tenant) {
    return refuse(NO_APPROVERS, "tenant %s needs at least one approver".formatted(tenant));
  }

  static Provenance by(TenantCommand command) {
    return new Provenance(command.by(), command.content());
  }
}
