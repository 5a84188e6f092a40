package dev.lockbox.domain.tenant;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Samples.ANNA_MEMBER;
import static dev.lockbox.domain.Samples.CARLA_MEMBER;
import static dev.lockbox.domain.Samples.DORA_MEMBER;
import static dev.lockbox.domain.Samples.SETTINGS;
import static dev.lockbox.domain.decision.Refusal.NOTHING_TO_CHANGE;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_ADMIN;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_PROPOSAL;
import static dev.lockbox.domain.decision.Refusal.SECOND_PERSON_NEEDED;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Group;
import dev.lockbox.domain.rules.Route;
import dev.lockbox.domain.rules.Separation;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A tenant's rules, and who changes them (F50, F88, F89, F115, F136, F161, F181, Z5). */
class SettingsTest {
  private static final Membership MEMBERSHIP =
      new Membership("Premier", Set.of(ANNA_MEMBER), Set.of(CARLA_MEMBER, DORA_MEMBER), Set.of());

  private static Tenant registered() {
    return after(
        Tenant.UNREGISTERED, new RegisterTenant(CONTOSO, attempt(OPERATOR, "r"), MEMBERSHIP));
  }

  @Test
  void anAdministratorSetsTheRules() {
    var change = change(CARLA, "c1", SETTINGS);
    assertThat(decide(registered(), change))
        .isEqualTo(
            new Accepted<>(
                List.of(
                    new SettingsChanged(CONTOSO, NOON, by(change), Optional.empty(), SETTINGS))));
    var rules = after(registered(), change).rules(Deployment.DEFAULTS).orElseThrow();
    assertThat(rules.settings()).isEqualTo(SETTINGS);
    assertThat(rules.limits()).isEqualTo(SETTINGS.limits().orElseThrow());
    assertThat(rules.version()).isEqualTo(2);
    assertThat(rules.changers()).containsExactly(CARLA);
  }

  @Test
  void onlyAnAdministratorDoes() {
    assertRefused(registered(), change(ANNA, "c1", SETTINGS), NOT_AN_ADMIN);
    assertRefused(registered(), change(OPERATOR, "c1", SETTINGS), NOT_AN_ADMIN);
    assertRefused(Tenant.UNREGISTERED, change(CARLA, "c1", SETTINGS), UNKNOWN_TENANT);
    assertRefused(Tenant.UNREGISTERED, confirm(CARLA, "c1", 1), UNKNOWN_TENANT);
  }

  @Test
  void settingWhatIsSetAlreadyIsNoChange() {
    var same = change(CARLA, "c1", Settings.DEFAULTS);
    assertThat(decide(registered(), same))
        .isEqualTo(
            new Refused<>(NOTHING_TO_CHANGE, "tenant contoso stands so already, at version 1"));
    assertRefused(registered(), change(ANNA, "c1", Settings.DEFAULTS), NOT_AN_ADMIN);
  }

  @Test
  void aChangeMayNeedASecondAdministrator() {
    var two = after(registered(), change(CARLA, "c1", SETTINGS));
    var back = change(CARLA, "c2", Settings.DEFAULTS);
    assertThat(decide(two, back))
        .isEqualTo(
            new Accepted<>(
                List.of(new SettingsProposed(CONTOSO, NOON, by(back), Settings.DEFAULTS))));
    var proposed = after(two, back);
    assertThat(proposed.rules(Deployment.DEFAULTS).orElseThrow().settings()).isEqualTo(SETTINGS);
    assertRefused(proposed, confirm(CARLA, "c3", 3), SECOND_PERSON_NEEDED);
    assertRefused(proposed, confirm(ANNA, "c3", 3), NOT_AN_ADMIN);
    assertRefused(proposed, confirm(DORA, "c3", 2), NO_SUCH_PROPOSAL);
    var agreed = after(proposed, confirm(DORA, "c3", 3));
    var rules = agreed.rules(Deployment.DEFAULTS).orElseThrow();
    assertThat(rules.settings()).isEqualTo(Settings.DEFAULTS);
    assertThat(rules.changers()).containsExactlyInAnyOrder(CARLA, DORA);
    assertRefused(agreed, confirm(DORA, "c4", 3), NO_SUCH_PROPOSAL);
  }

  @Test
  void nobodyIsFreeToApproveByTakingTheWaitAway() {
    var hour = Duration.ofHours(1);
    var waiting = Policies.settingsHaving(new Separation(hour));
    var tenant = after(registered(), change(CARLA, "c1", waiting));
    assertThat(waiting(tenant)).containsExactly(Map.entry(CARLA, NOON.plus(hour)));
    var freed = after(tenant, change(DORA, "c2", Settings.DEFAULTS));
    assertThat(waiting(freed))
        .containsOnly(Map.entry(CARLA, NOON.plus(hour)), Map.entry(DORA, NOON.plus(hour)));
    var replace =
        new ReplaceApprovers(CONTOSO, attempt(OPERATOR, "r2"), Set.of(ANNA_MEMBER, DORA_MEMBER));
    assertThat(waiting(after(tenant, replace))).containsKeys(CARLA, OPERATOR);
    assertThat(waiting(after(registered(), replace))).isEmpty();
  }

  private static Map<PersonId, Instant> waiting(Tenant tenant) {
    return tenant.rules(Deployment.DEFAULTS).orElseThrow().waiting();
  }

  @Test
  void settingsNameOnlyGroupsThatAreGiven() {
    var unknown = new StageRule(Optional.of(new GroupId("nobody")), 1);
    assertInvalid(List.of(), List.of(unknown), List.of(), "group nobody is not given");
    assertInvalid(
        List.of(),
        List.of(StageRule.ANYBODY),
        List.of(new Route("", "", List.of(unknown))),
        "group nobody is not given");
    var outer = new Group(new GroupId("outer"), Set.of(), Set.of(new GroupId("nobody")));
    assertInvalid(
        List.of(outer), List.of(StageRule.ANYBODY), List.of(), "group nobody is not given");
  }

  @Test
  void eachGroupIsGivenOnce() {
    var group = new Group(new GroupId("twice"), Set.of(ANNA), Set.of());
    assertInvalid(
        List.of(group, group),
        List.of(StageRule.ANYBODY),
        List.of(),
        "each group must be given once");
  }

  @Test
  void groupsThatHoldEachOtherAreLookedIntoOnce() {
    var one = new GroupId("one");
    var two = new GroupId("two");
    var settings =
        settings(
            List.of(
                new Group(one, Set.of(ANNA), Set.of(two)),
                new Group(two, Set.of(CARLA), Set.of(one))),
            List.of(new StageRule(Optional.of(one), 1)),
            List.of());
    var tenant = after(registered(), change(CARLA, "c1", settings));
    var stages =
        tenant
            .rules(Deployment.DEFAULTS)
            .orElseThrow()
            .stagesFor(DORA, List.of(), List.of(), Details.NONE);
    assertThat(stages)
        .singleElement()
        .extracting(stage -> stage.approvers())
        .isEqualTo(Set.of(ANNA));
  }

  @Test
  void aQuorumIsFromOneToFour() {
    assertThatThrownBy(() -> new StageRule(Optional.empty(), 0)).hasMessageContaining("quorum");
    assertThatThrownBy(() -> new StageRule(Optional.empty(), 5)).hasMessageContaining("quorum");
  }

  private static void assertInvalid(
      List<Group> groups, List<StageRule> stages, List<Route> routes, String message) {
    assertThatThrownBy(() -> settings(groups, stages, routes)).hasMessageContaining(message);
  }

  private static Settings settings(List<Group> groups, List<StageRule> stages, List<Route> routes) {
    var plain = Settings.DEFAULTS;
    return new Settings(
        plain.enrolment(),
        plain.limits(),
        plain.approvers(),
        plain.isTicketRequired(),
        plain.isSecondPersonRequired(),
        groups,
        stages,
        routes);
  }

  private static ChangeSettings change(PersonId who, String id, Settings settings) {
    return new ChangeSettings(CONTOSO, attempt(who, id), settings);
  }

  private static ConfirmSettings confirm(PersonId who, String id, long proposal) {
    return new ConfirmSettings(CONTOSO, attempt(who, id), proposal);
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

  private static Attempt attempt(PersonId who, String id) {
    return new Attempt(who, new DecisionId(id));
  }

  private static Provenance by(TenantCommand command) {
    return new Provenance(command.by(), command.content());
  }
}
