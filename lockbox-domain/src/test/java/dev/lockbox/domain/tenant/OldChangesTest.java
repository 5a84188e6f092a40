package dev.lockbox.domain.tenant;

import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Samples.ANNA_MEMBER;
import static dev.lockbox.domain.Samples.CARLA_MEMBER;
import static dev.lockbox.domain.Samples.DORA_MEMBER;
import static dev.lockbox.domain.Samples.SETTINGS;
import static dev.lockbox.domain.decision.Refusal.NOTHING_TO_CHANGE;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_ADMIN;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_PROPOSAL;
import static dev.lockbox.domain.decision.Refusal.STALE_VERSION;
import static dev.lockbox.domain.decision.Refusal.TENANT_EXISTS;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Separation;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A change of a tenant that comes once more after so many others that its attempt is forgotten (E1,
 * E4): what says from which version it was made, or which proposal it agrees to, changes nothing.
 */
class OldChangesTest {
  private static final RegisterTenant REGISTER =
      new RegisterTenant(
          CONTOSO,
          attempt(OPERATOR, "register"),
          new Membership(
              "Premier", Set.of(ANNA_MEMBER), Set.of(CARLA_MEMBER, DORA_MEMBER), Set.of()));
  private static final Settings OTHER =
      Policies.settingsHaving(new Separation(Duration.ofHours(1)));

  @Test
  void aChangeOfRulesThatNamesItsVersionIsTakenOnce() {
    var change = change("old", OTHER, Optional.of(1L));
    var changed = after(registered(), change);
    assertThat(decide(changed, change)).isEqualTo(new Repeated<>(2));
    var back = after(changed, change("back", Settings.DEFAULTS, Optional.of(2L)));
    assertThat(decide(back, change)).isEqualTo(new Repeated<>(2));
    assertRefused(afterManyOthers(back), change, STALE_VERSION);
  }

  @Test
  void oneThatNamesNoneIsDecidedAfreshOnceItIsForgotten() {
    var change = change("old", OTHER, Optional.empty());
    var back =
        after(after(registered(), change), change("back", Settings.DEFAULTS, Optional.of(2L)));
    assertThat(decide(back, change)).isEqualTo(new Repeated<>(2));
    assertThat(decide(afterManyOthers(back), change)).isInstanceOf(Accepted.class);
  }

  @Test
  void anAgreementIsToAProposalAndToNoLaterOne() {
    var proposed = after(after(registered(), change("two", SETTINGS, Optional.empty())), back());
    var agree = new ConfirmSettings(CONTOSO, attempt(DORA, "agree"), 3);
    var agreed = after(proposed, agree);
    assertThat(decide(agreed, agree)).isEqualTo(new Repeated<>(4));
    var later = afterManyOthers(agreed);
    assertRefused(later, agree, NO_SUCH_PROPOSAL);
    var again = after(after(later, change("again", SETTINGS, Optional.empty())), back("b2"));
    assertRefused(again, agree, NO_SUCH_PROPOSAL);
  }

  @Test
  void aTenantIsTakenInOnce() {
    assertThat(decide(registered(), REGISTER)).isEqualTo(new Repeated<>(1));
    assertRefused(afterManyOthers(registered()), REGISTER, TENANT_EXISTS);
  }

  @Test
  void otherMembersAndAnotherPlanAreTakenOnceToo() {
    var members =
        new ReplaceMembers(
            CONTOSO,
            attempt(OPERATOR, "m"),
            Set.of(ANNA_MEMBER),
            Set.of(),
            Set.of(),
            Optional.of(1L));
    var replaced = after(registered(), members);
    var back =
        new ReplaceMembers(
            CONTOSO,
            attempt(OPERATOR, "n"),
            Set.of(ANNA_MEMBER),
            Set.of(CARLA_MEMBER),
            Set.of(),
            Optional.of(2L));
    assertRefused(afterManyOthers(after(replaced, back)), members, STALE_VERSION);

    var plan = new ChangePlan(CONTOSO, attempt(OPERATOR, "p"), "Basic", Optional.of(1L));
    assertRefused(afterManyOthers(after(registered(), plan)), plan, STALE_VERSION);
  }

  @Test
  void whatWasMadeFromAnotherVersionIsRefusedByThatNameAndNoOther() {
    assertRefused(registered(), change("c", OTHER, Optional.of(2L)), STALE_VERSION);
    assertRefused(registered(), change("c", OTHER, Optional.of(0L)), STALE_VERSION);
    assertRefused(registered(), change("c", Settings.DEFAULTS, Optional.of(7L)), NOTHING_TO_CHANGE);
    var noAdmin = new ChangeSettings(CONTOSO, attempt(EVA, "c"), OTHER, Optional.of(7L));
    assertRefused(registered(), noAdmin, NOT_AN_ADMIN);
    assertRefused(Tenant.UNREGISTERED, change("c", OTHER, Optional.of(0L)), UNKNOWN_TENANT);
  }

  @Test
  void aProposalMakesAnotherVersionThoughItHoldsNotYet() {
    var proposed = after(after(registered(), change("two", SETTINGS, Optional.of(1L))), back());
    assertRefused(proposed, change("c", OTHER, Optional.of(2L)), STALE_VERSION);
    assertThat(decide(proposed, change("c", OTHER, Optional.of(3L)))).isInstanceOf(Accepted.class);
  }

  @Test
  void whichVersionItWasMadeFromIsPartOfWhatIsAsked() {
    assertThat(change("c", OTHER, Optional.of(1L)).content())
        .isNotEqualTo(change("c", OTHER, Optional.of(2L)).content())
        .isNotEqualTo(change("c", OTHER, Optional.empty()).content());
  }

  private static Tenant registered() {
    return after(Tenant.UNREGISTERED, REGISTER);
  }

  private static Tenant afterManyOthers(Tenant state) {
    var after = state;
    for (var i = 0; i <= Trail.REMEMBERED_MAX; i++) {
      after = after(after, new ChangePlan(CONTOSO, attempt(OPERATOR, "many-" + i), "Plan " + i));
    }
    return after;
  }

  private static ChangeSettings back() {
    return back("back");
  }

  private static ChangeSettings back(String id) {
    return change(id, Settings.DEFAULTS, Optional.empty());
  }

  private static ChangeSettings change(String id, Settings settings, Optional<Long> ifVersion) {
    return new ChangeSettings(CONTOSO, attempt(CARLA, id), settings, ifVersion);
  }

  private static Attempt attempt(PersonId who, String id) {
    return new Attempt(who, new DecisionId(id));
  }

  private static Decision<TenantEvent> decide(Tenant state, TenantCommand command) {
    return TenantDecider.decide(state, command, Moment.at(NOON));
  }

  private static void assertRefused(Tenant state, TenantCommand command, Refusal refusal) {
    assertThat(decide(state, command))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.refusal()).isEqualTo(refusal));
  }

  private static Tenant after(Tenant state, TenantCommand command) {
    var after = state;
    for (var event : ((Accepted<TenantEvent>) decide(state, command)).events()) {
      after = Tenant.evolve(after, event);
    }
    return after;
  }
}
