package dev.lockbox.domain.tenant;

import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_ADMIN;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_PROPOSAL;
import static dev.lockbox.domain.decision.Refusal.PLAN_NOT_ELIGIBLE;
import static dev.lockbox.domain.decision.Refusal.SECOND_PERSON_NEEDED;
import static dev.lockbox.domain.decision.Refusal.TENANT_EXISTS;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.domain.tenant.Tenant.Unregistered;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Says yes or no to a command about a tenant itself. */
public final class TenantDecider {
  private TenantDecider() {}

  /** Where the lockbox is offered to everybody. */
  public static Decision<TenantEvent> decide(Tenant state, TenantCommand command, Instant at) {
    return decide(state, command, Offer.TO_EVERYBODY, at);
  }

  /**
   * @param at when the command was appended
   */
  public static Decision<TenantEvent> decide(
      Tenant state, TenantCommand command, Offer offer, Instant at) {
    return state
        .trail()
        .<TenantEvent>answerTo(command.by(), command.content())
        .orElseGet(
            () ->
                switch (command) {
                  case RegisterTenant register -> register(state, register, offer, at);
                  case ReplaceApprovers replace -> replaceApprovers(state, replace, at);
                  case ChangeSettings change -> changeSettings(state, change, offer, at);
                  case ConfirmSettings confirm -> confirmSettings(state, confirm, offer, at);
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
        var registered =
            new TenantRegistered(register.tenant(), at, by(register), register.membership());
        yield offer
            .settingsAtFirst(register.membership().plan())
            .map(
                first ->
                    Decision.<TenantEvent>accept(
                        registered,
                        new SettingsChanged(
                            register.tenant(), at, by(register), Optional.empty(), first)))
            .orElseGet(() -> accept(registered));
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

  private static Decision<TenantEvent> changeSettings(
      Tenant state, ChangeSettings change, Offer offer, Instant at) {
    var tenant = change.tenant();
    var settings = change.settings();
    return switch (state) {
      case Unregistered none -> notRegistered(tenant);
      case Registered registered when !isAdmin(change, registered) -> notAnAdmin(change);
      case Registered registered when settings.equals(registered.settings()) ->
          new Decision.Repeated<>(registered.version());
      case Registered registered when isDenied(settings, registered, offer) ->
          planNotEligible(change, registered);
      case Registered registered when registered.settings().isSecondPersonRequired() ->
          accept(new SettingsProposed(tenant, at, by(change), settings));
      case Registered registered ->
          accept(new SettingsChanged(tenant, at, by(change), Optional.empty(), settings));
    };
  }

  private static Decision<TenantEvent> confirmSettings(
      Tenant state, ConfirmSettings confirm, Offer offer, Instant at) {
    var tenant = confirm.tenant();
    return switch (state) {
      case Unregistered none -> notRegistered(tenant);
      case Registered registered when !isAdmin(confirm, registered) -> notAnAdmin(confirm);
      case Registered registered ->
          registered
              .proposal()
              .filter(waiting -> waiting.version() == confirm.proposal())
              .map(waiting -> confirm(waiting, confirm, registered, offer, at))
              .orElseGet(
                  () ->
                      refuse(
                          NO_SUCH_PROPOSAL,
                          "tenant %s has no proposal %s that waits"
                              .formatted(tenant, confirm.proposal())));
    };
  }

  private static Decision<TenantEvent> confirm(
      Proposal waiting, ConfirmSettings confirm, Registered registered, Offer offer, Instant at) {
    if (waiting.by().equals(confirm.by().actor())) {
      return refuse(
          SECOND_PERSON_NEEDED,
          "%s proposed this for tenant %s, and somebody else must agree"
              .formatted(waiting.by(), confirm.tenant()));
    }
    if (isDenied(waiting.settings(), registered, offer)) {
      return planNotEligible(confirm, registered);
    }
    return accept(
        new SettingsChanged(
            confirm.tenant(), at, by(confirm), Optional.of(waiting.by()), waiting.settings()));
  }

  private static boolean isDenied(Settings wanted, Registered registered, Offer offer) {
    return offer.denies(
        registered.membership().plan(), wanted.enrolment(), registered.settings().enrolment());
  }

  private static Decision<TenantEvent> planNotEligible(
      TenantCommand command, Registered registered) {
    return refuse(
        PLAN_NOT_ELIGIBLE,
        "plan %s of tenant %s does not include the lockbox"
            .formatted(registered.membership().plan(), command.tenant()));
  }

  private static boolean isAdmin(TenantCommand command, Registered registered) {
    return Membership.ids(registered.membership().admins()).contains(command.by().actor());
  }

  private static Decision<TenantEvent> notAnAdmin(TenantCommand command) {
    return refuse(
        NOT_AN_ADMIN,
        "%s does not administer tenant %s".formatted(command.by().actor(), command.tenant()));
  }

  private static Decision<TenantEvent> notRegistered(TenantId tenant) {
    return refuse(UNKNOWN_TENANT, "tenant %s is not registered".formatted(tenant));
  }

  private static Decision<TenantEvent> noApprovers(TenantId tenant) {
    return refuse(NO_APPROVERS, "tenant %s needs at least one approver".formatted(tenant));
  }

  private static Provenance by(TenantCommand command) {
    return new Provenance(command.by(), command.content());
  }
}
