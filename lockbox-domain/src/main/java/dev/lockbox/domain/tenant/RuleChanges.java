package dev.lockbox.domain.tenant;

import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.decision.Refusal.CONTRADICTING_RULES;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_ADMIN;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_PROPOSAL;
import static dev.lockbox.domain.decision.Refusal.PLAN_NOT_ELIGIBLE;
import static dev.lockbox.domain.decision.Refusal.SECOND_PERSON_NEEDED;
import static dev.lockbox.domain.tenant.TenantDecider.by;
import static dev.lockbox.domain.tenant.TenantDecider.isOfAnother;
import static dev.lockbox.domain.tenant.TenantDecider.notRegistered;
import static dev.lockbox.domain.tenant.TenantDecider.nothingToChange;
import static dev.lockbox.domain.tenant.TenantDecider.staleVersion;

import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.Contradiction;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.domain.tenant.Tenant.Unregistered;
import java.time.Instant;
import java.util.Optional;

/** Whether a tenant's rules become others, at once or when a second person agrees. */
final class RuleChanges {
  private RuleChanges() {}

  static Decision<TenantEvent> change(
      Tenant state, ChangeSettings change, Offer offer, Instant at) {
    var tenant = change.tenant();
    var settings = change.settings();
    return switch (state) {
      case Unregistered none -> notRegistered(tenant);
      case Registered registered when !maySet(settings, change, registered) -> notAnAdmin(change);
      case Registered registered when settings.equals(registered.settings()) ->
          nothingToChange(change, registered);
      case Registered registered when isOfAnother(change.ifVersion(), registered) ->
          staleVersion(change, change.ifVersion(), registered);
      case Registered registered when isDenied(settings, registered, offer) ->
          planNotEligible(change, registered);
      case Registered registered ->
          contradicting(settings, change, registered)
              .orElseGet(() -> accept(changedOrProposed(change, registered.settings(), at)));
    };
  }

  private static TenantEvent changedOrProposed(ChangeSettings change, Settings now, Instant at) {
    var tenant = change.tenant();
    var settings = change.settings();
    return isSecondPersonNeeded(settings, now)
        ? new SettingsProposed(tenant, at, by(change), settings)
        : new SettingsChanged(tenant, at, by(change), Optional.empty(), settings);
  }

  static Decision<TenantEvent> confirm(
      Tenant state, ConfirmSettings confirm, Offer offer, Instant at) {
    var tenant = confirm.tenant();
    return switch (state) {
      case Unregistered none -> notRegistered(tenant);
      case Registered registered when !registered.letsSetAnything(confirm.by().actor()) ->
          notAnAdmin(confirm);
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
    if (!maySet(waiting.settings(), confirm, registered)) {
      return notAnAdmin(confirm);
    }
    if (waiting.by().mayBe(confirm.by().actor())) {
      return refuse(
          SECOND_PERSON_NEEDED,
          "%s proposed this for tenant %s, and somebody else must agree"
              .formatted(waiting.by(), confirm.tenant()));
    }
    if (isDenied(waiting.settings(), registered, offer)) {
      return planNotEligible(confirm, registered);
    }
    return contradicting(waiting.settings(), confirm, registered)
        .orElseGet(
            () ->
                accept(
                    new SettingsChanged(
                        confirm.tenant(),
                        at,
                        by(confirm),
                        Optional.of(waiting.by()),
                        waiting.settings())));
  }

  /**
   * Of what differs, who holds which role takes one role, what is or must be behind the lockbox and
   * how many people that takes another, and all else a third.
   */
  private static boolean maySet(Settings wanted, TenantCommand command, Registered registered) {
    var person = command.by().actor();
    var now = registered.settings();
    var isSame = withoutAssignments(wanted).equals(withoutAssignments(now));
    return registered.letsSetAnything(person)
        && (isSame || registered.letsChangeRules(person))
        && (isEnrolmentSame(wanted, now) || registered.letsEnrol(person))
        && registered.letsAssign(person, wanted.policy().assignments());
  }

  private static boolean isEnrolmentSame(Settings wanted, Settings now) {
    return wanted.enrolment().equals(now.enrolment())
        && wanted.policy().disabling().equals(now.policy().disabling())
        && wanted.policy().guardRails().equals(now.policy().guardRails());
  }

  private static Settings withoutAssignments(Settings settings) {
    return settings.with(settings.policy().with(Assignments.NONE));
  }

  /**
   * For any change, or only where something is taken out of the lockbox; who would rather not need
   * a second person for that needs one for saying so. Always where less is signed: else whoever
   * steals one administrator's session needs nobody's key.
   */
  private static boolean isSecondPersonNeeded(Settings wanted, Settings now) {
    if (now.isSecondPersonRequired()
        || now.policy().signatures().areMoreThan(wanted.policy().signatures())) {
      return true;
    }
    var disabling = now.policy().disabling();
    return disabling.isSecondPersonRequired()
        && (!wanted.policy().disabling().equals(disabling)
            || !wanted.enrolment().coversAllOf(now.enrolment())
            || !wanted.policy().guardRails().holdAllOf(now.policy().guardRails()));
  }

  private static boolean isDenied(Settings wanted, Registered registered, Offer offer) {
    return offer.denies(registered.membership().plan(), wanted, registered.settings());
  }

  /**
   * What stands already may stay, so that whoever changes something else need not mend it first.
   */
  private static Optional<Decision<TenantEvent>> contradicting(
      Settings wanted, TenantCommand command, Registered registered) {
    return contradiction(wanted, registered.settings())
        .map(
            found ->
                refuse(
                    CONTRADICTING_RULES,
                    "rules of tenant %s contradict: %s".formatted(command.tenant(), found)));
  }

  private static Optional<String> contradiction(Settings wanted, Settings now) {
    var access = wanted.policy().access();
    return Optional.of(access)
        .filter(rules -> !rules.equals(now.policy().access()))
        .flatMap(AccessRules::contradiction)
        .map(Contradiction::toString)
        .or(() -> leaving(wanted, now));
  }

  /**
   * What a guard rail names leaves the lockbox only once the rail is gone, in the same change or
   * before. Of what a rail finds by tags no rule knows: whether it is one is seen when it is asked
   * for.
   */
  private static Optional<String> leaving(Settings wanted, Settings now) {
    return wanted
        .policy()
        .guardRails()
        .against(now.enrolment(), wanted.enrolment())
        .map(
            rail ->
                "guard rail %s wants behind the lockbox what this takes out".formatted(rail.id()));
  }

  private static Decision<TenantEvent> planNotEligible(
      TenantCommand command, Registered registered) {
    return refuse(
        PLAN_NOT_ELIGIBLE,
        "plan %s of tenant %s does not include the lockbox"
            .formatted(registered.membership().plan(), command.tenant()));
  }

  private static Decision<TenantEvent> notAnAdmin(TenantCommand command) {
    return refuse(
        NOT_AN_ADMIN,
        "%s does not administer tenant %s".formatted(command.by().actor(), command.tenant()));
  }
}
