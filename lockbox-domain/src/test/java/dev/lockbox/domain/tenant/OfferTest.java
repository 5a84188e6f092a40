package dev.lockbox.domain.tenant;

import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Samples.ANNA_MEMBER;
import static dev.lockbox.domain.Samples.CARLA_MEMBER;
import static dev.lockbox.domain.Samples.DORA_MEMBER;
import static dev.lockbox.domain.decision.Refusal.PLAN_NOT_ELIGIBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.PolicySamples;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.time.Moment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans and what a tenant has from the first (F1, F48, F93, F112, F160). */
class OfferTest {
  private static final List<String> PLANS = List.of("Basic", "Developer", "Premier");
  private static final Offer FROM_DEVELOPER =
      new Offer(PLANS, Optional.of("Developer"), Enrolment.WHOLE_TENANT);
  private static final Offer OPT_IN = new Offer(PLANS, Optional.of("Developer"), Enrolment.OFF);
  private static final Settings OFF = Settings.DEFAULTS.with(Enrolment.OFF);

  @Test
  void aTenantOfASufficientPlanIsBehindTheLockboxFromTheFirst() {
    for (var plan : List.of("Developer", "Premier")) {
      assertThat(enrolment(registered(plan, FROM_DEVELOPER))).isEqualTo(Enrolment.WHOLE_TENANT);
    }
    assertThat(enrolment(registered("any", Offer.TO_EVERYBODY))).isEqualTo(Enrolment.WHOLE_TENANT);
  }

  @Test
  void aTenantOfALesserPlanOrOfOneThatNobodyNamesIsNotAndItsHistorySaysSo() {
    for (var plan : List.of("Basic", "Platinum")) {
      var register = register(plan);
      var events =
          accepted(
              TenantDecider.decide(Tenant.UNREGISTERED, register, FROM_DEVELOPER, Moment.at(NOON)));
      assertThat(events).hasSize(2);
      assertThat(events.getFirst()).isInstanceOf(TenantRegistered.class);
      assertThat(events.getLast())
          .isInstanceOfSatisfying(
              SettingsChanged.class, changed -> assertThat(changed.settings()).isEqualTo(OFF));
    }
  }

  @Test
  void whereTheLockboxIsOptInATenantIsNotBehindItUntilItAsks() {
    var tenant = registered("Premier", OPT_IN);
    assertThat(enrolment(tenant)).isEqualTo(Enrolment.OFF);
    var on = TenantDecider.decide(tenant, change(Settings.DEFAULTS), OPT_IN, Moment.at(NOON));
    assertThat(enrolment(after(tenant, on))).isEqualTo(Enrolment.WHOLE_TENANT);
  }

  @Test
  void registeringTheSameTwiceIsOneRegistration() {
    var tenant = registered("Basic", FROM_DEVELOPER);
    assertThat(TenantDecider.decide(tenant, register("Basic"), FROM_DEVELOPER, Moment.at(NOON)))
        .isInstanceOf(Repeated.class);
  }

  @Test
  void aLesserPlanPutsNothingBehindTheLockboxAndMayChangeAllElse() {
    var tenant = registered("Basic", FROM_DEVELOPER);
    assertRefused(
        TenantDecider.decide(tenant, change(Settings.DEFAULTS), FROM_DEVELOPER, Moment.at(NOON)));
    var other = Settings.DEFAULTS.with(Enrolment.OFF).with(PolicySamples.WITHOUT_GUARD_RAILS);
    assertThat(TenantDecider.decide(tenant, change(other), FROM_DEVELOPER, Moment.at(NOON)))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void whatIsBehindTheLockboxStaysThoughThePlanIsNoLongerSufficient() {
    var tenant = registered("Basic", Offer.TO_EVERYBODY);
    var other = Policies.settingsHaving(PolicySamples.ALL.mails(), PolicySamples.ALL.scopes());
    var kept =
        after(tenant, TenantDecider.decide(tenant, change(other), FROM_DEVELOPER, Moment.at(NOON)));
    assertThat(enrolment(kept)).isEqualTo(Enrolment.WHOLE_TENANT);
    var left =
        after(
            kept, TenantDecider.decide(kept, change("off", OFF), FROM_DEVELOPER, Moment.at(NOON)));
    assertRefused(
        TenantDecider.decide(
            left, change("on", Settings.DEFAULTS), FROM_DEVELOPER, Moment.at(NOON)));
  }

  @Test
  void aProposalIsHeldAgainstTheOfferOfTheDayItIsConfirmed() {
    var wary =
        new Settings(
            Enrolment.OFF,
            Optional.empty(),
            Settings.DEFAULTS.approvers(),
            false,
            true,
            List.of(),
            Settings.DEFAULTS.stages(),
            List.of());
    var tenant = registered("Basic", Offer.TO_EVERYBODY);
    tenant = after(tenant, TenantDecider.decide(tenant, change("1", wary), Moment.at(NOON)));
    tenant =
        after(
            tenant, TenantDecider.decide(tenant, change("2", Settings.DEFAULTS), Moment.at(NOON)));
    var confirm = new ConfirmSettings(CONTOSO, attempt(DORA, "3"), tenant.version());
    assertRefused(TenantDecider.decide(tenant, confirm, FROM_DEVELOPER, Moment.at(NOON)));
    assertThat(TenantDecider.decide(tenant, confirm, Moment.at(NOON))).isInstanceOf(Accepted.class);
  }

  @Test
  void anOfferThatContradictsItselfIsNone() {
    assertThatThrownBy(() -> new Offer(PLANS, Optional.of("Gold"), Enrolment.OFF))
        .hasMessageContaining("was Gold");
    assertThatThrownBy(() -> new Offer(List.of("a", "a"), Optional.empty(), Enrolment.WHOLE_TENANT))
        .hasMessageContaining("different");
    var some =
        new Enrolment(Enrolment.Scope.SUBSCRIPTIONS, Set.of(new ResourceName("/clusters/aro1")));
    assertThatThrownBy(() -> new Offer(PLANS, Optional.empty(), some))
        .hasMessageContaining("SUBSCRIPTIONS");
  }

  private static Enrolment enrolment(Tenant tenant) {
    return tenant.rules(Deployment.DEFAULTS).orElseThrow().settings().enrolment();
  }

  private static Tenant registered(String plan, Offer offer) {
    return after(
        Tenant.UNREGISTERED,
        TenantDecider.decide(Tenant.UNREGISTERED, register(plan), offer, Moment.at(NOON)));
  }

  private static RegisterTenant register(String plan) {
    return new RegisterTenant(
        CONTOSO,
        attempt(OPERATOR, "r"),
        new Membership(plan, Set.of(ANNA_MEMBER), Set.of(CARLA_MEMBER, DORA_MEMBER), Set.of()));
  }

  private static TenantCommand change(Settings settings) {
    return change("c", settings);
  }

  private static TenantCommand change(String id, Settings settings) {
    return new ChangeSettings(CONTOSO, attempt(CARLA, id), settings);
  }

  private static void assertRefused(Decision<TenantEvent> decision) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.refusal()).isEqualTo(PLAN_NOT_ELIGIBLE));
  }

  private static List<TenantEvent> accepted(Decision<TenantEvent> decision) {
    return ((Accepted<TenantEvent>) decision).events();
  }

  private static Tenant after(Tenant state, Decision<TenantEvent> decision) {
    var after = state;
    for (var event : accepted(decision)) {
      after = Tenant.evolve(after, event);
    }
    return after;
  }

  private static Attempt attempt(PersonId who, String id) {
    return new Attempt(who, new DecisionId(id));
  }
}
