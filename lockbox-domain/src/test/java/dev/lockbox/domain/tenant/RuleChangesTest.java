package dev.lockbox.domain.tenant;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Samples.ANNA_MEMBER;
import static dev.lockbox.domain.Samples.CARLA_MEMBER;
import static dev.lockbox.domain.Samples.DORA_MEMBER;
import static dev.lockbox.domain.decision.Refusal.CONTRADICTING_RULES;
import static dev.lockbox.domain.decision.Refusal.NOTHING_TO_CHANGE;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_ADMIN;
import static dev.lockbox.domain.decision.Refusal.SECOND_PERSON_NEEDED;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static dev.lockbox.domain.rules.CustomerRole.APPROVER;
import static dev.lockbox.domain.rules.CustomerRole.OWNER;
import static dev.lockbox.domain.rules.CustomerRole.POLICY_EDITOR;
import static dev.lockbox.domain.rules.CustomerRole.READER;
import static dev.lockbox.domain.rules.CustomerRole.SECURITY_ADMIN;
import static dev.lockbox.domain.rules.CustomerRole.TENANT_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.PlanChanged;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.Assignment;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.CustomerRole;
import dev.lockbox.domain.rules.Disabling;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Schedule;
import dev.lockbox.domain.rules.Separation;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.time.Moment;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who changes which rules, and what takes two people (F70, F88, F93, F161, F181). */
class RuleChangesTest {
  private static final Settings OTHER =
      Policies.settingsHaving(new Separation(Duration.ofHours(1)));

  private static final Match LOGS =
      new Match(
          List.of(new Glob("k8s.pod.logs")),
          List.of(NamePattern.of("/clusters")),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final List<AutoRule> TWO =
      List.of(
          new AutoRule(new Code("logs"), AutoRule.Effect.APPROVE, LOGS),
          new AutoRule(new Code("never"), AutoRule.Effect.DENY, LOGS));

  private static final AccessRules CONTRADICTING =
      new AccessRules(List.of(), HighRisk.AS_OTHERS, List.of(), TWO, Optional.empty());

  private static final Schedule NIGHTS =
      new Schedule(
          ZoneId.of("UTC"), Set.of(DayOfWeek.values()), LocalTime.of(22, 0), LocalTime.of(6, 0));

  private int attempts;

  private Tenant registered() {
    var members =
        new Membership("Premier", Set.of(ANNA_MEMBER), Set.of(CARLA_MEMBER, DORA_MEMBER), Set.of());
    return after(Tenant.UNREGISTERED, new RegisterTenant(CONTOSO, attempt(OPERATOR), members));
  }

  private Tenant having(Assignment... assignments) {
    return after(registered(), change(CARLA, assigned(assignments)));
  }

  private static Settings assigned(Assignment... assignments) {
    return Policies.settingsHaving(new Assignments(List.of(assignments)));
  }

  private static Assignment of(PersonId person, CustomerRole role, String resources) {
    return new Assignment(Member.of(person.value(), person + "@contoso.example"), role, resources);
  }

  private static Settings settings(Tenant state) {
    return ((Tenant.Registered) state).settings();
  }

  private static Settings takingTwo(Assignments held) {
    var old = Settings.DEFAULTS;
    return new Settings(
        old.enrolment(),
        old.limits(),
        old.approvers(),
        false,
        true,
        old.groups(),
        old.stages(),
        old.routes(),
        Policies.having(held));
  }

  private static Settings keeping(Tenant state, Separation other) {
    var now = settings(state);
    return now.with(now.policy().with(other));
  }

  @ParameterizedTest
  @EnumSource(
      value = CustomerRole.class,
      names = {"OWNER", "SECURITY_ADMIN", "TENANT_ADMIN", "POLICY_EDITOR"})
  void whoHoldsOneOfTheseOnTheWholeTenantChangesItsRules(CustomerRole role) {
    var state = having(of(FEMI, role, ""));
    var wanted = keeping(state, new Separation(Duration.ofHours(1)));
    assertThat(decide(state, change(FEMI, wanted))).isInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = CustomerRole.class,
      names = {"APPROVER", "AUDITOR", "READER"})
  void nobodyElseDoes(CustomerRole role) {
    var state = having(of(FEMI, role, ""));
    assertRefused(state, change(FEMI, OTHER), NOT_AN_ADMIN);
    assertRefused(
        state, change(FEMI, keeping(state, new Separation(Duration.ofHours(1)))), NOT_AN_ADMIN);
  }

  @ParameterizedTest
  @EnumSource(
      value = CustomerRole.class,
      names = {"OWNER", "SECURITY_ADMIN", "TENANT_ADMIN", "POLICY_EDITOR"})
  void whoHoldsThemOnAPartOnlyDoesNotEither(CustomerRole role) {
    var state = having(of(FEMI, role, "/clusters/aro1"));
    var wanted = keeping(state, new Separation(Duration.ofHours(1)));
    assertRefused(state, change(FEMI, wanted), NOT_AN_ADMIN);
  }

  @Test
  void onlyOwnersAndTenantAdminsSayWhoHoldsWhichRole() {
    for (var role : CustomerRole.values()) {
      var held = of(FEMI, role, "");
      var state = having(held);
      var given = change(FEMI, assigned(held, of(BEN, READER, "")));
      var taken = change(FEMI, Settings.DEFAULTS);
      if (role == OWNER || role == TENANT_ADMIN) {
        assertThat(decide(state, given)).isInstanceOf(Accepted.class);
        assertThat(decide(state, taken)).isInstanceOf(Accepted.class);
      } else {
        assertRefused(state, given, NOT_AN_ADMIN);
        assertRefused(state, taken, NOT_AN_ADMIN);
      }
    }
  }

  @Test
  void whoIsRegisteredAsAnAdministratorDoesBoth() {
    assertThat(decide(registered(), change(DORA, assigned(of(BEN, OWNER, "")))))
        .isInstanceOf(Accepted.class);
    assertThat(decide(registered(), change(DORA, OTHER))).isInstanceOf(Accepted.class);
    assertRefused(registered(), change(ANNA, assigned(of(BEN, OWNER, ""))), NOT_AN_ADMIN);
    assertRefused(Tenant.UNREGISTERED, change(CARLA, OTHER), UNKNOWN_TENANT);
  }

  @Test
  void anOwnerOfASubscriptionSaysWhoHoldsWhichRoleBelowItOnly() {
    var own = of(FEMI, OWNER, "/clusters/aro1");
    var state = having(own);
    var below = change(FEMI, assigned(own, of(BEN, APPROVER, "/Clusters/aro1/ns/openshift-etcd")));
    assertThat(decide(state, below)).isInstanceOf(Accepted.class);
    assertRefused(state, change(FEMI, assigned(own, of(BEN, APPROVER, ""))), NOT_AN_ADMIN);
    assertRefused(
        state, change(FEMI, assigned(own, of(BEN, APPROVER, "/clusters/aro10"))), NOT_AN_ADMIN);
    assertRefused(
        having(own, of(BEN, READER, "/clusters/aro2")), change(FEMI, assigned(own)), NOT_AN_ADMIN);
  }

  @Test
  void aRoleThatWasTakenAwayHelpsNobodyToConfirm() {
    var admin = of(FEMI, TENANT_ADMIN, "");
    var two = Policies.settingsHaving(new Assignments(List.of(admin)), new Disabling(true));
    var state = after(registered(), change(CARLA, two));
    var off = change(FEMI, two.with(Enrolment.OFF));
    assertThat(decide(state, off)).isEqualTo(proposed(off));
    var waiting = after(state, off);
    var taken = after(waiting, change(CARLA, two.with(two.policy().with(Assignments.NONE))));
    assertRefused(taken, confirm(FEMI, 3), NOT_AN_ADMIN);
  }

  @Test
  void whoMayNotGiveARoleDoesNotConfirmThatItIsGiven() {
    var editor = of(FEMI, SECURITY_ADMIN, "");
    var state = after(registered(), change(CARLA, takingTwo(new Assignments(List.of(editor)))));
    var wanted = takingTwo(new Assignments(List.of(editor, of(BEN, OWNER, ""))));
    var waiting = after(state, change(CARLA, wanted));
    assertRefused(waiting, confirm(FEMI, 3), NOT_AN_ADMIN);
    assertThat(decide(waiting, confirm(DORA, 3))).isInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @EnumSource(CustomerRole.class)
  void onlyOwnersAndTenantAdminsEnableOrDisable(CustomerRole role) {
    var state = having(of(FEMI, role, ""));
    var now = settings(state);
    var off = change(FEMI, now.with(Enrolment.OFF));
    var part = change(FEMI, now.with(subscriptions("/clusters/aro1")));
    var on = change(FEMI, now.with(Enrolment.WHOLE_TENANT));
    var disabled = after(state, change(CARLA, now.with(Enrolment.OFF)));
    if (role == OWNER || role == TENANT_ADMIN) {
      assertThat(decide(state, off)).isEqualTo(changed(off));
      assertThat(decide(state, part)).isEqualTo(changed(part));
      assertThat(decide(disabled, on)).isEqualTo(changed(on));
    } else {
      assertRefused(state, off, NOT_AN_ADMIN);
      assertRefused(state, part, NOT_AN_ADMIN);
      assertRefused(disabled, on, NOT_AN_ADMIN);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = CustomerRole.class,
      names = {"OWNER", "TENANT_ADMIN"})
  void onAPartOfTheTenantTheyDoNot(CustomerRole role) {
    var state = having(of(FEMI, role, "/clusters/aro1"));
    var part = settings(state).with(subscriptions("/clusters/aro1"));
    assertRefused(state, change(FEMI, part), NOT_AN_ADMIN);
  }

  @ParameterizedTest
  @EnumSource(
      value = CustomerRole.class,
      names = {"SECURITY_ADMIN", "POLICY_EDITOR"})
  void whoSetsRulesDoesNotConfirmThatTheLockboxIsDisabled(CustomerRole role) {
    var held = new Assignments(List.of(of(FEMI, role, ""), of(BEN, TENANT_ADMIN, "")));
    var two = Policies.settingsHaving(held, new Disabling(true));
    var off = two.with(Enrolment.OFF);
    var waiting = after(after(registered(), change(CARLA, two)), change(CARLA, off));
    assertRefused(waiting, confirm(FEMI, 3), NOT_AN_ADMIN);
    assertThat(settings(after(waiting, confirm(BEN, 3)))).isEqualTo(off);
  }

  @ParameterizedTest
  @EnumSource(
      value = CustomerRole.class,
      names = {"SECURITY_ADMIN", "POLICY_EDITOR"})
  void norDoTheySayHowManyDisablingTakesOrEnableOnTheWay(CustomerRole role) {
    var state = having(of(FEMI, role, ""));
    var now = settings(state);
    var two = Policies.settingsHaving(now.policy().assignments(), new Disabling(true));
    assertRefused(state, change(FEMI, two), NOT_AN_ADMIN);
    assertRefused(after(state, change(CARLA, two)), change(FEMI, now), NOT_AN_ADMIN);
    var besides = keeping(state, new Separation(Duration.ofHours(1)));
    assertRefused(state, change(FEMI, besides.with(Enrolment.OFF)), NOT_AN_ADMIN);
    assertThat(decide(state, change(FEMI, besides))).isInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = CustomerRole.class,
      names = {"SECURITY_ADMIN", "POLICY_EDITOR"})
  void otherRulesTheyStillConfirm(CustomerRole role) {
    var held = takingTwo(new Assignments(List.of(of(FEMI, role, ""))));
    var state = after(registered(), change(CARLA, held));
    var other = keeping(state, new Separation(Duration.ofHours(1)));
    assertThat(settings(after(after(state, change(CARLA, other)), confirm(FEMI, 3))))
        .isEqualTo(other);
  }

  @Test
  void aRuleThatCouldNeverApproveIsRefused() {
    var never = Policies.settingsHaving(CONTRADICTING);
    assertThat(decide(registered(), change(CARLA, never)))
        .isEqualTo(
            new Refused<>(
                CONTRADICTING_RULES,
                "rules of tenant contoso contradict: rule logs approves nothing, since rule never"
                    + " covers all of it"));
    var editor = having(of(FEMI, POLICY_EDITOR, ""));
    var held = settings(editor).policy().assignments();
    assertRefused(
        editor, change(FEMI, Policies.settingsHaving(CONTRADICTING, held)), CONTRADICTING_RULES);
    assertRefused(editor, change(ANNA, never), NOT_AN_ADMIN);
  }

  @Test
  void suchARuleThatStandsIsReadAndStaysUntilTheRulesOfAccessAreChanged() {
    var never = Policies.settingsHaving(CONTRADICTING);
    var state = Tenant.evolve(registered(), changedBefore(never));
    assertThat(settings(state)).isEqualTo(never);
    assertRefused(state, change(CARLA, never), NOTHING_TO_CHANGE);
    var other = change(CARLA, keeping(state, new Separation(Duration.ofHours(1))));
    assertThat(decide(state, other)).isEqualTo(changed(other));
    var mended = change(CARLA, Settings.DEFAULTS);
    assertThat(decide(state, mended)).isEqualTo(changed(mended));
    var worse = new AccessRules(List.of(), HighRisk.AS_OTHERS, List.of(), TWO, Optional.of(NIGHTS));
    assertRefused(state, change(CARLA, Policies.settingsHaving(worse)), CONTRADICTING_RULES);
  }

  @Test
  void aProposalOfSuchARuleIsNotConfirmed() {
    var never = Policies.settingsHaving(CONTRADICTING);
    var proposed = new SettingsProposed(CONTOSO, NOON, by(change(CARLA, Settings.DEFAULTS)), never);
    var waiting = Tenant.evolve(registered(), proposed);
    assertRefused(waiting, confirm(DORA, 2), CONTRADICTING_RULES);
  }

  private SettingsChanged changedBefore(Settings settings) {
    return new SettingsChanged(
        CONTOSO, NOON, by(change(CARLA, Settings.DEFAULTS)), Optional.empty(), settings);
  }

  @Test
  void whoProposedDoesNotAgreeUnderAnotherSpelling() {
    var members =
        new Membership(
            "Premier",
            Set.of(ANNA_MEMBER),
            Set.of(CARLA_MEMBER, Member.of("CARLA", "carla@contoso.example"), DORA_MEMBER),
            Set.of());
    var register = new RegisterTenant(CONTOSO, attempt(OPERATOR), members);
    var two = Policies.settingsHaving(new Disabling(true));
    var state = after(after(Tenant.UNREGISTERED, register), change(CARLA, two));
    var waiting = after(state, change(CARLA, two.with(Enrolment.OFF)));
    assertRefused(waiting, confirm(new PersonId("CARLA"), 3), SECOND_PERSON_NEEDED);
    assertThat(decide(waiting, confirm(DORA, 3))).isInstanceOf(Accepted.class);
  }

  @Test
  void takingAnythingOutOfTheLockboxTakesTwoWhereThatIsSet() {
    var two = Policies.settingsHaving(new Disabling(true));
    var state = after(registered(), change(CARLA, two));
    var off = change(CARLA, two.with(Enrolment.OFF));
    assertThat(decide(state, off)).isEqualTo(proposed(off));
    var waiting = after(state, off);
    assertRefused(waiting, confirm(CARLA, 3), SECOND_PERSON_NEEDED);
    assertThat(settings(after(waiting, confirm(DORA, 3))).enrolment()).isEqualTo(Enrolment.OFF);
    var part = change(CARLA, two.with(subscriptions("/clusters/aro1")));
    assertThat(decide(state, part)).isEqualTo(proposed(part));
  }

  @Test
  void nobodyIsAloneByNoLongerWantingTwo() {
    var state = after(registered(), change(CARLA, Policies.settingsHaving(new Disabling(true))));
    var free = change(CARLA, Settings.DEFAULTS);
    assertThat(decide(state, free)).isEqualTo(proposed(free));
  }

  @Test
  void otherChangesAndEnablingTakeOnlyOneThen() {
    var two = Policies.settingsHaving(new Disabling(true));
    var state = after(registered(), change(CARLA, two.with(subscriptions("/clusters/aro1"))));
    var more = change(CARLA, two.with(subscriptions("/clusters")));
    assertThat(decide(state, more)).isEqualTo(changed(more));
    var all = change(CARLA, two.with(Enrolment.WHOLE_TENANT));
    assertThat(decide(state, all)).isEqualTo(changed(all));
    var other = change(CARLA, keeping(state, new Separation(Duration.ofHours(1))));
    assertThat(decide(state, other)).isEqualTo(changed(other));
    var others = change(CARLA, two.with(subscriptions("/clusters/aro2")));
    assertThat(decide(state, others)).isEqualTo(proposed(others));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/clusters/aro1", "/clusters/aro1/ns/x"})
  void whatCoversEverythingCoversAnything(String subscription) {
    assertThat(Enrolment.WHOLE_TENANT.coversAllOf(subscriptions(subscription))).isTrue();
    assertThat(subscriptions("/Clusters/aro1/").coversAllOf(subscriptions(subscription))).isTrue();
    assertThat(subscriptions(subscription).coversAllOf(Enrolment.OFF)).isTrue();
    assertThat(subscriptions(subscription).coversAllOf(Enrolment.WHOLE_TENANT)).isFalse();
    assertThat(Enrolment.OFF.coversAllOf(subscriptions(subscription))).isFalse();
    assertThat(Enrolment.OFF.coversAllOf(Enrolment.OFF)).isTrue();
  }

  @Test
  void aPlanIsChangedAndWhatIsBehindTheLockboxStays() {
    var change = new ChangePlan(CONTOSO, attempt(OPERATOR), "Basic");
    assertThat(decide(registered(), change))
        .isEqualTo(new Accepted<>(List.of(new PlanChanged(CONTOSO, NOON, by(change), "Basic"))));
    var after = (Tenant.Registered) after(registered(), change);
    assertThat(after.membership().plan()).isEqualTo("Basic");
    assertThat(after.settings().enrolment()).isEqualTo(Enrolment.WHOLE_TENANT);
    assertRefused(
        registered(), new ChangePlan(CONTOSO, attempt(OPERATOR), "Premier"), NOTHING_TO_CHANGE);
    assertRefused(Tenant.UNREGISTERED, change, UNKNOWN_TENANT);
  }

  private static Enrolment subscriptions(String one) {
    return new Enrolment(Enrolment.Scope.SUBSCRIPTIONS, Set.of(new ResourceName(one)));
  }

  private static Decision<TenantEvent> proposed(ChangeSettings change) {
    return new Accepted<>(
        List.of(new SettingsProposed(CONTOSO, NOON, by(change), change.settings())));
  }

  private static Decision<TenantEvent> changed(ChangeSettings change) {
    return new Accepted<>(
        List.of(
            new SettingsChanged(CONTOSO, NOON, by(change), Optional.empty(), change.settings())));
  }

  private ChangeSettings change(PersonId who, Settings settings) {
    return new ChangeSettings(CONTOSO, attempt(who), settings);
  }

  private ConfirmSettings confirm(PersonId who, long proposal) {
    return new ConfirmSettings(CONTOSO, attempt(who), proposal);
  }

  private Attempt attempt(PersonId who) {
    return new Attempt(who, new DecisionId("a-" + ++attempts));
  }

  private static void assertRefused(Tenant state, TenantCommand command, Refusal refusal) {
    assertThat(decide(state, command))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.refusal()).isEqualTo(refusal));
  }

  private static Decision<TenantEvent> decide(Tenant state, TenantCommand command) {
    return TenantDecider.decide(state, command, Moment.at(NOON));
  }

  private static Tenant after(Tenant state, TenantCommand command) {
    var after = state;
    for (var event : ((Accepted<TenantEvent>) decide(state, command)).events()) {
      after = Tenant.evolve(after, event);
    }
    return after;
  }

  private static Provenance by(TenantCommand command) {
    return new Provenance(command.by(), command.content());
  }
}
